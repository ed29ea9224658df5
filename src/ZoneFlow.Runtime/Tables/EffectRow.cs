using System.Globalization;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Tables;

/// <summary>An effect as a row of its case.</summary>
internal static class EffectRow
{
    private const int LongestError = 8_000;

    public static (string, string?)[] Texts(OutboxEffect effect) =>
    [
        ("id", effect.Id), ("order", Rows.Text(effect.Order)), ("lane", effect.Lane), ("kind", effect.Kind), ("next", Rows.Text(Places.Kept(effect.NextTry))),
        ("attempts", Rows.Text(effect.Attempts)), ("error", effect.Error is { Length: > LongestError } error ? error[..LongestError] : effect.Error),
        ("parked", effect.Parked ? "1" : "0"),
    ];

    public static OutboxEffect Read(CaseId id, FoundRow found) => new(
        found.Row.Text("id"), id, found.Row.Number("order"), found.Row.Text("lane"), found.Row.Text("kind"), found.BodyText,
        Places.Read(found.Row.Number("next")), int.Parse(found.Row.Text("attempts"), CultureInfo.InvariantCulture), found.Row.TextOrNull("error"),
        found.Row.Text("parked") == "1");
}
