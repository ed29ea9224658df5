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
    /// <param name="with">The parties that apply jointly with the caller's own, by role; roles that the policy does not know are left out.</param>
    public async Task<Answer> OpenAsync(
        Caller caller, SignalId signal, string kind, string policy, string title, string? region,
        ImmutableSortedDictionary<string, ImmutableArray<string>> with, string asked, CancellationToken cancellationToken)
    {
        var pack = await office.PackAsync(policy, cancellationToken);
        if (pack is null)
        {
            return new Answer(
                null, new Refusal("no-such-policy", $"没有正在使用的政策“{policy}”。", $"No policy \"{policy}\" is in use."), 0, false);
        }

        var id = new CaseId($"{kind}-{Desk.SignalOf("case", signal.Value).Value["key/".Length..][..32]}");
        var number = await numbers.NextAsync(kind, id, cancellationToken);
        var body = new SignalBody.OpenCase(pack.Revision, kind, number, title.Trim(), region, Applicants(pack, kind, caller.Actor, with));
        return await desk.SendAsync(signal, id, time.GetUtcNow(), caller.Actor, body, desk.NewConfiding(), asked, cancellationToken);
    }

    // The caller's party applies in the role that opens the case, and those named beside it in theirs.
    private static ImmutableArray<Applicant> Applicants(
        Pack pack, string kind, Actor caller, ImmutableSortedDictionary<string, ImmutableArray<string>> with) =>
        pack.Cases.TryGetValue(kind, out var rule) && pack.Roles[rule.OpenedBy].Kind == RoleKind.Applicant && caller.Party is { } own
            ?
            [
                new Applicant(rule.OpenedBy, own),
                .. rule.JointWith.SelectMany(j => with.TryGetValue(j.Role, out var named) ? named.Distinct().Select(p => new Applicant(j.Role, new PartyId(p))) : []),
            ]
            : [];
}
