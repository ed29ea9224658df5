using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>Whether all that lives in a case has a counterpart in another revision of its pack, and what has none.</summary>
internal static class Counterparts
{
    public static IReadOnlyList<RefusalDetail> Against(Pack was, Pack next, CaseState s, RevisionMap map)
    {
        if (was.Id != next.Id)
        {
            return [Detail(next.Id, $"“{next.Id}”不是同一政策的版本。", $"{next.Id} is not a revision of the same policy.")];
        }

        if (!next.Cases.TryGetValue(s.Kind, out var rule))
        {
            return [Detail(s.Kind, $"新版本没有“{s.Kind}”这类事项。", $"The new revision has no case of kind \"{s.Kind}\".")];
        }

        return [.. InMap(was, next, map), .. OfCase(was, next, rule, s, map), .. s.Procedures.SelectMany(p => OfProcedure(was, next, s, p, map)), .. OfDuties(was, next, s, map)];
    }

    // A name misspelt in the map would leave the case where it is without a word, or move it where nobody meant.
    private static IEnumerable<RefusalDetail> InMap(Pack was, Pack next, RevisionMap map)
    {
        (string Old, string New, bool Known, bool There)[] all =
        [
            .. map.Standings.Select(m => (m.Key, m.Value, Standings(was).Contains(m.Key), Standings(next).Contains(m.Value))),
            .. map.Flags.Select(m => (m.Key, m.Value, Flags(was).Contains(m.Key), Flags(next).Contains(m.Value))),
            .. map.Marks.Select(m => (m.Key, m.Value, HasMark(was, m.Key), HasMark(next, m.Value))),
            .. map.Fields.Select(m => (m.Key, m.Value, TypesOf(was, m.Key).Any(), TypesOf(next, m.Value).Any())),
            .. map.Procedures.Select(m => (m.Key, m.Value, Procedure(was, m.Key) is not null, Procedure(next, m.Value) is not null)),
            .. map.Stages.Select(m => (m.Key, m.Value, Stage(was, m.Key) is not null, Stage(next, $"{map.Procedure(m.Key.Split('/')[0])}/{m.Value}") is not null)),
            .. map.Duties.Select(m => (m.Key, m.Value, was.Duties.Any(d => d.Name == m.Key), next.Duties.Any(d => d.Name == m.Value))),
            .. map.ItemStates.Select(m => (m.Key, m.Value, ItemStates(was).Contains(m.Key), ItemStates(next).Contains(m.Value))),
            .. map.Documents.Select(m => (m.Key, m.Value, was.Documents.ContainsKey(m.Key), next.Documents.ContainsKey(m.Value))),
            .. map.Retime.Select(r => (r, r, Stage(was, r) is not null || was.Duties.Any(d => d.Name == r) || was.Marks.ContainsKey(r), true)),
        ];
        foreach (var (old, @new, known, there) in all.Where(m => !m.Known || !m.There))
        {
            yield return known
                ? Detail(old, $"对照表中的“{@new}”在新版本中不存在。", $"The map's \"{@new}\" is not in the new revision.")
                : Detail(old, $"对照表中的“{old}”在原版本中不存在。", $"The map's \"{old}\" is not in the old revision.");
        }
    }

    private static IEnumerable<RefusalDetail> OfCase(Pack was, Pack next, CaseRule rule, CaseState s, RevisionMap map)
    {
        var standing = map.Standing(s.Standing);
        if (rule.Standings.FirstOrDefault(t => t.Name == standing) is not { } known)
        {
            yield return None("状态", "standing", s.Standing);
        }
        else if (was.Cases[s.Kind].Standing(s.Standing).Final != known.Final)
        {
            yield return Detail(s.Standing, $"状态“{s.Standing}”在两个版本中一为终局、一非终局。", $"The standing \"{s.Standing}\" is final in one revision and not in the other.");
        }

        foreach (var flag in s.Flags.Where(f => !rule.Flags.ContainsKey(map.Flag(f))))
        {
            yield return None("标记", "flag", flag);
        }

        foreach (var mark in s.Marks.Keys.Where(m => !HasMark(next, map.Mark(m))))
        {
            yield return None("日期", "date", mark);
        }

        foreach (var field in s.Fields.Keys)
        {
            var types = TypesOf(next, map.Field(field)).ToList();
            if (types.Count == 0)
            {
                yield return None("填报项", "field", field);
            }
            else if (TypesOf(was, field).ToList() is { Count: > 0 } old && !old.Intersect(types).Any())
            {
                yield return Detail(field, $"填报项“{field}”的类型不同。", $"The field \"{field}\" is of another type.");
            }
        }

        foreach (var item in s.Items.Where(i => !rule.ItemStates.ContainsKey(map.ItemState(i.State))).DistinctBy(i => i.State))
        {
            yield return None("对象状态", "item state", item.State);
        }

        foreach (var role in s.Applicants.Select(a => a.Role).Distinct().Where(r => !next.Roles.TryGetValue(r, out var known2) || known2.Kind != RoleKind.Applicant))
        {
            yield return None("申报角色", "applicant role", role);
        }

        if (s.Region is { } region && was.Regions.Contains(region) && !next.Regions.Contains(region))
        {
            yield return None("地区", "region", region);
        }
    }

    private static IEnumerable<RefusalDetail> OfProcedure(Pack was, Pack next, CaseState s, Procedure p, RevisionMap map)
    {
        var old = was.Procedure(p.Name).Stage(p.Stage);
        if (Procedure(next, map.Procedure(p.Name)) is not { } rule || rule.Case != s.Kind)
        {
            yield return None("程序", "procedure", p.Name);
            yield break;
        }

        if (s.Procedures.Count(o => map.ProcedureId(o.Id) == map.ProcedureId(p.Id)) > 1)
        {
            yield return Detail(p.Id, $"两个在办程序会同为“{map.ProcedureId(p.Id)}”。", $"Two running procedures would both be \"{map.ProcedureId(p.Id)}\".");
        }

        foreach (var stage in p.Paused is { } held ? [p.Stage, held.Stage] : new[] { p.Stage })
        {
            var kind = was.Procedure(p.Name).Stage(stage).GetType();
            if (rule.Stages.FirstOrDefault(t => t.Name == map.Stage(p.Name, stage)) is not { } counterpart)
            {
                yield return None("环节", "stage", $"{p.Name}/{stage}");
            }
            else if (counterpart.GetType() != kind)
            {
                yield return Detail($"{p.Name}/{stage}", $"环节“{p.Name}/{stage}”在新版本中不是同一种环节。", $"The stage \"{p.Name}/{stage}\" is of another kind in the new revision.");
            }
            else if (counterpart is StageRule.Wait { Until: { } until } && !s.Marks.Keys.Any(m => map.Mark(m) == until) && p.Due is null)
            {
                yield return Detail($"{p.Name}/{stage}", $"环节“{p.Name}/{stage}”所待的日期“{until}”尚无。", $"The stage \"{p.Name}/{stage}\" would wait for \"{until}\", which has no date.");
            }
        }

        foreach (var filing in p.Filed.Where(f => !next.Documents.ContainsKey(map.Document(f.Document.Slot))))
        {
            yield return None("材料", "document", filing.Document.Slot);
        }

        // A list that runs through several cases is decided under one revision, the one it began under.
        if (old is StageRule.Wait { For: not null } || (s.Kind == CaseKinds.Round && !s.Items.IsEmpty))
        {
            yield return Detail(p.Id, $"“{was.Procedure(p.Name).Label.Zh}”正与其他卷宗一并办理，待该批次办结后再换版本。", $"\"{was.Procedure(p.Name).Label.En ?? p.Name}\" runs together with other cases; move it when that round is over.");
        }
    }

    private static IEnumerable<RefusalDetail> OfDuties(Pack was, Pack next, CaseState s, RevisionMap map)
    {
        foreach (var occurrence in s.Occurrences)
        {
            if (next.Duties.FirstOrDefault(d => d.Name == map.Duty(occurrence.Duty) && d.Case == s.Kind) is not { } duty)
            {
                yield return None("应报事项", "duty", occurrence.Id);
            }
            else if (duty.Schedule.GetType() != was.Duty(occurrence.Duty).Schedule.GetType())
            {
                yield return Detail(occurrence.Id, $"“{occurrence.Id}”的周期方式不同，期次无从对应。", $"\"{occurrence.Id}\" has another kind of schedule; its period has no counterpart.");
            }
        }
    }

    private static RefusalDetail None(string zh, string en, string name) =>
        Detail(name, $"{zh}“{name}”在新版本中没有对应项。", $"The {en} \"{name}\" has no counterpart in the new revision.");

    private static RefusalDetail Detail(string name, string zh, string en) => new(name, new Label(zh, en));

    private static IEnumerable<string> Standings(Pack pack) => pack.Cases.Values.SelectMany(c => c.Standings).Select(s => s.Name);

    private static IEnumerable<string> Flags(Pack pack) => pack.Cases.Values.SelectMany(c => c.Flags.Keys);

    private static IEnumerable<string> ItemStates(Pack pack) => pack.Cases.Values.SelectMany(c => c.ItemStates.Keys);

    private static bool HasMark(Pack pack, string name) => pack.MarkLabels.ContainsKey(name) || pack.Marks.ContainsKey(name);

    private static ProcedureRule? Procedure(Pack pack, string name) => pack.Procedures.FirstOrDefault(p => p.Name == name);

    private static StageRule? Stage(Pack pack, string path) =>
        path.Split('/') is [var procedure, var stage] ? Procedure(pack, procedure)?.Stages.FirstOrDefault(s => s.Name == stage) : null;

    // A kept value comes from the form or from what an action asked.
    private static IEnumerable<Type> TypesOf(Pack pack, string field) =>
        pack.Form.Concat(pack.Procedures.SelectMany(p => p.Stages.SelectMany(s => s.Transitions).Concat(p.Anywhere).Concat(p.OpenedBy is { } o ? [o.Act] : []))
            .SelectMany(t => t.Ask)).Where(f => f.Name == field).Select(f => f.Type.GetType()).Distinct();
}
