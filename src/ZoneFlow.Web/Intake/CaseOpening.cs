using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;

namespace ZoneFlow.Web.Intake;

/// <summary>Opens cases: an application by an applicant, a round by the deciding office.</summary>
public sealed class CaseOpening(Office office, Numbers numbers, Desk desk, TimeProvider time)
{
    /// <summary>Opens a case; the same signal again opens no second one, because its id follows from the signal's.</summary>
    public async Task<Answer> OpenAsync(
        Caller caller, SignalId signal, string kind, string policy, string title, string? region, string asked, CancellationToken cancellationToken)
    {
        var pack = await office.PackAsync(policy, cancellationToken);
        if (pack is null)
        {
            return new Answer(
                null, new Refusal("no-such-policy", $"没有正在使用的政策“{policy}”。", $"No policy \"{policy}\" is in use."), 0, false);
        }

        var id = new CaseId($"{kind}-{Desk.SignalOf("case", signal.Value).Value["key/".Length..][..32]}");
        var number = await numbers.NextAsync(kind, id, cancellationToken);
        var applicants = pack.Roles.Values.Where(r => r.Kind == RoleKind.Applicant && caller.Actor.Roles.Any(g => g.Role == r.Name))
            .ToImmutableSortedDictionary(r => r.Name, _ => caller.Actor.Party!.Value, StringComparer.Ordinal);
        var body = new SignalBody.OpenCase(
            pack.Revision, kind, number, title.Trim(), region, kind == CaseKinds.Zone ? applicants : applicants.Clear());
        return await desk.SendAsync(signal, id, time.GetUtcNow(), caller.Actor, body, desk.NewConfiding(), asked, cancellationToken);
    }
}
