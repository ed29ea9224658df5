using System.Collections.Immutable;
using System.Diagnostics;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>Tests an application's answers against a policy's criteria, and says of each unmet one why.</summary>
public static class Criteria
{
    /// <summary>The criteria of some groups whose test fails. A criterion without a test is a person's to judge and never stands here.</summary>
    public static ImmutableArray<RefusalDetail> Unmet(
        Pack pack, IEnumerable<string> groups, ImmutableSortedDictionary<string, FieldValue> answers, ImmutableSortedDictionary<string, Mark> marks) =>
        [.. pack.CriteriaOf(groups)
            .Where(c => c.Test is not null && !Holds(c.Test, answers, marks))
            .Select(c => new RefusalDetail(c.Name, Explain(pack, c, answers), c.Source))];

    public static bool Holds(
        CriterionTest test, ImmutableSortedDictionary<string, FieldValue> answers, ImmutableSortedDictionary<string, Mark> marks) => test switch
    {
        CriterionTest.AtLeast t => Number(answers, t.Field) is { } n && n >= t.Bound,
        CriterionTest.AtMost t => Number(answers, t.Field) is { } n && n <= t.Bound,
        CriterionTest.Is t => answers.TryGetValue(t.Field, out var v) && v.ToString() == t.Value,
        CriterionTest.IsNot t => answers.TryGetValue(t.Field, out var v) && v.ToString() != t.Value,
        CriterionTest.HasAll t => answers.TryGetValue(t.Field, out var v) && v is FieldValue.Many many && t.Values.All(many.Values.Contains),
        CriterionTest.SumAtLeast t => t.Fields.All(f => Number(answers, f) is not null) && t.Fields.Sum(f => Number(answers, f)!.Value) >= t.Bound,
        CriterionTest.RatioAtLeast t => Number(answers, t.Part) is { } part && Number(answers, t.Whole) is { } whole && whole > 0
            && part >= t.Bound * whole,
        CriterionTest.YearsBefore t => answers.TryGetValue(t.Field, out var v) && v is FieldValue.Day day
            && marks.TryGetValue(t.Mark, out var mark) && day.Value.AddYears(t.Bound) <= mark.Date,
        CriterionTest.Any t => t.Tests.Any(x => Holds(x, answers, marks)),
        CriterionTest.All t => t.Tests.All(x => Holds(x, answers, marks)),
        _ => throw new UnreachableException(),
    };

    /// <summary>What a condition asks for and what stands against it.</summary>
    public static Label Explain(Pack pack, CriterionRule criterion, ImmutableSortedDictionary<string, FieldValue> answers)
    {
        var fields = criterion.Test!.Reads.Distinct().Select(name => pack.Form.FirstOrDefault(f => f.Name == name)?.Label ?? new Label(name, name)).ToList();
        var values = criterion.Test!.Reads.Distinct().Select(name => answers.TryGetValue(name, out var v) ? v.ToString()! : null).ToList();
        var zh = string.Join('，', fields.Zip(values, (f, v) => $"{f.Zh}{(v is null ? "未填" : $"为{v}")}"));
        var en = string.Join(", ", fields.Zip(values, (f, v) => $"{f.En ?? f.Zh} is {v ?? "not given"}"));
        return new Label($"未达到“{criterion.Label.Zh}”：{zh}。", $"\"{criterion.Label.En ?? criterion.Label.Zh}\" is not met: {en}.");
    }

    private static decimal? Number(ImmutableSortedDictionary<string, FieldValue> answers, string field) =>
        answers.TryGetValue(field, out var value) && value is FieldValue.Number number ? number.Value : null;
}
