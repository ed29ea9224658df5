using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.Watching;

namespace ZoneFlow.Runtime.Effects;

/// <summary>What becomes of each effect: a mail, a signal to another case, a ban that is looked up later.</summary>
public sealed class EffectRuns(ICaseStore store, Shell.Cases cases, Mailings mailings, TimeProvider time)
{
    public async Task RunAsync(CaseId from, Effect effect, CancellationToken cancellationToken)
    {
        using var told = ShellTelemetry.Effect(effect switch { Effect.Tell tell => $"tell-{tell.Kind}", Effect.SendMessage => "message", _ => "ban" });
        await DoAsync(from, effect, cancellationToken);
        told.Came("done");
    }

    private async Task DoAsync(CaseId from, Effect effect, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case Effect.Tell tell:
                await mailings.SendAsync(from, tell, cancellationToken);
                break;
            case Effect.SendMessage message:
                var body = new SignalBody.HearMessage(from, message.FromKind, message.Sequence, message.Say, message.With);
                var answer = await cases.SendAsync(
                    new SignalRequest(new SignalId($"effect/{effect.Id}"), message.To, time.GetUtcNow(), Actor.System, body, []), cancellationToken);
                if (answer.Refusal is { } refusal)
                {
                    throw new InvalidOperationException($"{message.To} did not take the message: {refusal.Message.En}");
                }

                break;
            case Effect.RegisterBan ban:
                await RegisterAsync(from, ban, cancellationToken);
                break;
        }
    }

    // A case's bans are entered in order, so what was corrected last is what stands.
    private async Task RegisterAsync(CaseId from, Effect.RegisterBan ban, CancellationToken cancellationToken)
    {
        var key = $"{ban.Subject}|{from}/{ban.Number}{(ban.WarnsOnly ? "/warned" : "")}";
        if (ban.Lifted)
        {
            await store.DeleteRecordAsync(RecordKinds.Ban, key, cancellationToken);
            return;
        }

        var inForce = new BanInForce(ban.Subject, ban.Scope, ban.First, ban.Last, ban.Article, ban.WarnsOnly);
        await store.PutRecordAsync(new KeyedRecord(RecordKinds.Ban, key, JsonSerializer.Serialize(inForce, CaseJson.Stored.BanInForce), null), cancellationToken);
    }
}
