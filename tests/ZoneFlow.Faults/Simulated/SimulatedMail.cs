using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Faults.Simulated;

/// <summary>The post: what has left, how often, and what was refused for good. It outlives every process.</summary>
internal sealed class SimulatedMail
{
    /// <summary>How often each mail has left, by its Message-ID.</summary>
    public Dictionary<string, int> Left { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Refused { get; } = new(StringComparer.Ordinal);

    /// <summary>The text of every mail, with the links it carries, in the order sent.</summary>
    public List<OutgoingMail> Sent { get; } = [];
}

/// <summary>A mail server that is slow, fails, refuses, and sometimes says no when it has taken the mail.</summary>
internal sealed class SimulatedMailer(SimulatedMail mail, Turns turns, ProcessLife process, Weather weather, Random chance) : IMailer
{
    public async Task SendAsync(OutgoingMail outgoing, CancellationToken cancellationToken)
    {
        if (process.IsDead)
        {
            await ProcessLife.Never<bool>();
        }

        if (chance.Next(1000) < weather.MailSlow)
        {
            await turns.LingerAsync(chance.Next(1, 40));
        }

        await turns.TakeAsync(() => Take(outgoing));
    }

    private bool Take(OutgoingMail outgoing)
    {
        if (chance.Next(1000) < weather.MailFails)
        {
            throw new MailRefusedException(false, 451, "later");
        }

        if (chance.Next(1000) < weather.MailRefused)
        {
            mail.Refused.Add(outgoing.Id.Value);
            throw new MailRefusedException(true, 550, "nobody here");
        }

        mail.Left[outgoing.Id.Value] = mail.Left.GetValueOrDefault(outgoing.Id.Value) + 1;
        mail.Sent.Add(outgoing);
        return chance.Next(1000) < weather.MailAnswerLost ? throw new IOException("The connection broke before the answer.") : true;
    }
}
