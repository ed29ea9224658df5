using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Runtime.Effects;

/// <summary>What becomes of each effect: a mail, a signal to another case, a ban that is looked up later.</summary>
public sealed class EffectRuns(ICaseStore store, Shell.Cases cases, Mailings mailings, TimeProvider time)
{
    public async Task RunAsync(CaseId from, Effect effect, CancellationToken cancellationToken)
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
                var inForce = new BanInForce(ban.Subject, ban.Scope, ban.First, ban.Last, ban.Article, ban.WarnsOnly);
                await store.PutRecordAsync(
                    new KeyedRecord(RecordKinds.Ban, $"{ban.Subject}|{effect.Id}", JsonSerializer.Serialize(inForce, CaseJson.Stored.BanInForce), null),
                    cancellationToken);
                break;
        }
    }
}
