using System.Collections.Immutable;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary>
/// <c>duties:</c> what is owed, <c>while: {standing, from, until, item}</c>, and when: <c>once</c>, <c>yearly</c>, <c>part-yearly</c> or
/// <c>every-years</c>. A duty is of the kind of case that the procedure it starts is of.
/// </summary>
internal static class DutyReader
{
    private static readonly string[] Schedules = ["once", "yearly", "part-yearly", "every-years"];

    public static DutyRule Read(string name, YamlNode node, ImmutableArray<ProcedureRule> procedures, PackContext pack)
    {
        var starts = pack.Name(node, "starts", Kinds.Procedure);
        var kind = procedures.FirstOrDefault(p => p.Name == starts)?.Case ?? "";
        var life = node.RequiredMap("while");
        var overlap = node.OptionalMap("least-overlap");
        var held = node.OptionalMap("held-by");
        var rule = new DutyRule(
            name,
            Labels.Of(node),
            kind,
            starts,
            life is null || kind.Length == 0 ? [] : pack.NamesIn(life, "standing", Kinds.Standing(kind)),
            Marks.OptionalUse(life?.Optional("from"), pack),
            Marks.OptionalUse(life?.Optional("until"), pack),
            Schedule(node, pack),
            overlap?.Period("of"),
            pack.OptionalName(node, "replaces", Kinds.Duty),
            held is null ? null : pack.Name(held, "running", Kinds.Procedure),
            held?.Word("then", "skip", "defer") == "defer" ? WhenHeld.Defer : WhenHeld.Skip,
            node.Required("when-life-ends") is null || node.Word("when-life-ends", "lapse", "keep") == "lapse" ? WhenLifeEnds.Lapse : WhenLifeEnds.Keep,
            node.Flag("per-item"),
            life is null ? null : pack.OptionalName(life, "item", Kinds.ItemState(kind)),
            ReminderReader.Read(node, pack.Norms.Reminders, pack),
            Sources.Of(node),
            overlap is null ? null : Sources.Of(overlap));
        if (held is not null)
        {
            _ = Sources.Of(held);
        }
        foreach (var part in new[] { life, overlap, held })
        {
            part?.RefuseUnknownKeys();
        }
        return rule;
    }

    private static DutySchedule Schedule(YamlNode node, PackContext pack)
    {
        DutySchedule none = new DutySchedule.Yearly(default, default, false);
        if (Schedules.Where(node.Has).ToArray() is not [var which])
        {
            node.Report($"{node.Path} must have exactly one of {string.Join(", ", Schedules.Select(s => $"'{s}'"))}.");
            foreach (var schedule in Schedules)
            {
                _ = node.Optional(schedule);
            }
            return none;
        }
        if (node.RequiredMap(which) is not { } at)
        {
            return none;
        }
        DutySchedule read = which switch
        {
            "once" => new DutySchedule.Once(Marks.Use(at.Required("from"), pack), at.OptionalPeriod("opens-before"), at.Period("within")),
            "yearly" => new DutySchedule.Yearly(
                at.MonthDay("opens"), at.MonthDay("by"), at.Word("covers", "previous-year", "same-year") == "previous-year"),
            "part-yearly" => PartYearly(at),
            _ => new DutySchedule.EveryYears(
                at.Whole("years"), Marks.Use(at.Required("anchor"), pack), at.MonthDay("opens"), at.MonthDay("by"), at.Says("not-before", "anniversary")),
        };
        at.RefuseUnknownKeys();
        return read;
    }

    private static DutySchedule.PartYearly PartYearly(YamlNode node)
    {
        var opens = node.RequiredList("opens");
        var by = node.RequiredList("by");
        if (opens.Length != by.Length)
        {
            node.Report($"{node.Path} needs as many days under 'by' as under 'opens'.");
        }
        return new DutySchedule.PartYearly([.. opens.Select(Times.MonthDayOf)], [.. by.Select(Times.MonthDayOf)]);
    }
}
