using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.Simulation;

namespace ZoneFlow.Core.Tests.Lives;

/// <summary>The Liaoning pack and the people in its stories.</summary>
internal static class Liaoning
{
    public static Pack Policy { get; } = ShippedPacks.Load("liaoning-2025").Pack!;

    public static Actor Body { get; } = Cast.Of("body", "zone-body");

    public static Actor OtherBody { get; } = Cast.Of("other-body", "zone-body");

    public static Actor City { get; } = Cast.Of("city", "city", "沈阳市");

    public static Actor OtherCity { get; } = Cast.Of("other-city", "city", "大连市");

    public static Actor Province { get; } = Cast.Of("province", "province");

    public static ImmutableArray<Actor> Experts { get; } = [.. Enumerable.Range(1, 3).Select(n => Cast.Of($"expert-{n}", "expert"))];

    /// <summary>A form that meets every condition, filled in to the last field.</summary>
    public static ImmutableSortedDictionary<string, FieldValue> Form(int physical = 9, int functional = 4, int area = 800) => Policy.Form
        .Where(f => f.Required && !f.Kept)
        .ToImmutableSortedDictionary(f => f.Name, f => Answer(f), StringComparer.Ordinal)
        .SetItem("physical", new FieldValue.Number(physical))
        .SetItem("functional", new FieldValue.Number(functional))
        .SetItem("core-area", new FieldValue.Number(area));

    private static FieldValue Answer(FieldRule field) => field.Type switch
    {
        _ when field.Private => new FieldValue.Private(Paperwork.Confide(field.Name)),
        FieldType.Text => new FieldValue.Text("有"),
        FieldType.Whole or FieldType.Number => new FieldValue.Number(100),
        FieldType.YesNo => new FieldValue.Flag(true),
        FieldType.Date => new FieldValue.Day(new DateOnly(2018, 5, 1)),
        FieldType.Choice choice => new FieldValue.Text(choice.Options[0]),
        FieldType.Table table => new FieldValue.Table([[.. table.Columns.Select(_ => "一家")]]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static DateTimeOffset At(string text) => text.Length == 10
        ? CivilDate.At(DateOnly.ParseExact(text, "yyyy-MM-dd"), new TimeOnly(10, 0))
        : DateTimeOffset.Parse(text + "+08:00", System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime();
}
