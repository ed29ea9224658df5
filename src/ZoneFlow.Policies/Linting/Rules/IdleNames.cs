using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>A role that nobody plays and a document that no stage asks for are slips, or clauses that were forgotten.</summary>
internal static class IdleNames
{
    public static void Check(PackMap map, Report report)
    {
        var played = NameUses.Of(map).Where(u => u.Kind == "role").Select(u => u.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var role in map.Pack.Roles.Values.Where(r => !played.Contains(r.Name) && !(r.Kind == RoleKind.Unit && map.Pack.Items.Length > 0)))
        {
            report.Error("idle-role", $"roles/{role.Name}", $"No one plays the role (角色) '{role.Name}' ({role.Label.Zh}): it never acts, is never told and is never named.");
        }
        var asked = map.Sites.SelectMany(s => s.Rule.Needs)
            .Concat(map.Pack.Procedures.SelectMany(p => p.Stages).SelectMany(s => s.Optional).SelectMany(o => o.Needs))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var document in map.Pack.Documents.Values.Where(d => !d.Free && !asked.Contains(d.Slot)))
        {
            report.Error("unasked-document", $"documents/{document.Slot}", $"No stage asks for the document (材料) '{document.Slot}' ({document.Label.Zh}), and it is no free slot.");
        }
    }
}
