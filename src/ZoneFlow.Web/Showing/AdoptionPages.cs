using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>Builds the page on which an existing zone is taken over.</summary>
public sealed class AdoptionPages(Frames frames, Office office, Parties parties, Desk desk)
{
    /// <summary>The policies under which somebody decides on zones.</summary>
    public static IEnumerable<Pack> Of(IReadOnlyList<Pack> packs, Actor actor) => packs.Where(p => p.Cases.ContainsKey(CaseKinds.Zone)
        && actor.Roles.Any(g => p.Roles.TryGetValue(g.Role, out var role) && role.Kind == RoleKind.Authority));

    /// <summary>The roles that apply for a zone, the one that opens it first.</summary>
    public static IEnumerable<string> ApplicantRoles(Pack pack)
    {
        var rule = pack.Cases[CaseKinds.Zone];
        return rule.JointWith.Select(j => j.Role).Prepend(rule.OpenedBy);
    }

    public async Task<AdoptionModel> OfAsync(HttpContext http, Caller caller, string? policy, Typed typed, Refusal? refused)
    {
        var packs = Of(await office.PacksAsync(http.RequestAborted), caller.Actor).ToList();
        var pack = packs.FirstOrDefault(p => p.Id == policy) ?? (packs.Count == 1 ? packs[0] : null);
        var applicants = new List<PartnerChoice>();
        foreach (var role in pack is null ? [] : ApplicantRoles(pack))
        {
            var holders = await parties.HoldersAsync(role, null, http.RequestAborted);
            applicants.Add(new PartnerChoice(role, pack!.Roles[role].Label, [.. holders.Select(h => new Option(h.Party.Value, new Label(h.Name)))], typed.All($"with.{role}")));
        }

        string Text(string name) => typed.One(name) ?? "";
        return new AdoptionModel(
            await frames.OfAsync(http), Frames.Tokens(caller, desk.NewSignal()), [.. packs.Select(Choice)], pack is null ? null : Choice(pack),
            [.. pack is null ? [] : pack.Regions.Select(r => new Option(r, new Label(r)))],
            [.. pack is null ? [] : pack.Cases[CaseKinds.Zone].Standings.Select(s => new Option(s.Name, s.Label))], applicants,
            [.. pack is null ? [] : Dates(pack).Select(m => new AdoptedDateEntry(m.Key, m.Value, Text($"date.{m.Key}"), Text($"slot.{m.Key}")))],
            [.. pack is null ? [] : pack.Documents.Values.Select(d => new Option(d.Slot, d.Label))],
            [.. pack is null ? [] : Duties(pack).Select(d => new SettledEntry(d.Name, d.Label, d.Schedule is DutySchedule.Once, Text($"settled.{d.Name}")))],
            Text("title"), Text("region"), Text("standing"), refused);
    }

    /// <summary>The dates that an act or a paper gives; the others follow from them.</summary>
    public static IEnumerable<KeyValuePair<string, Label>> Dates(Pack pack)
    {
        var set = pack.Procedures.Where(p => p.Case == CaseKinds.Zone).SelectMany(p => p.Stages.SelectMany(s => s.Transitions).Concat(p.Anywhere))
            .SelectMany(t => t.Do).OfType<Step.SetMark>().Select(s => s.Mark).ToHashSet();
        var anchors = pack.Marks.Values.Select(m => m.After).Concat(pack.Duties.Select(d => d.From)).ToHashSet();
        return pack.MarkLabels.Where(m => !pack.Marks.ContainsKey(m.Key) && set.Contains(m.Key)).OrderByDescending(m => anchors.Contains(m.Key));
    }

    public static IEnumerable<DutyRule> Duties(Pack pack) => pack.Duties.Where(d => d.Case == CaseKinds.Zone);

    private static Option Choice(Pack pack) => new(pack.Id, pack.Title);
}
