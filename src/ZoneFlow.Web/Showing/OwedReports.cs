using System.Collections.Immutable;
using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Web.Imports;

namespace ZoneFlow.Web.Showing;

/// <summary>The reports whose values a reader owes now, and what waits to be filed in them.</summary>
public sealed class OwedReports(ICaseStore store)
{
    public static IReadOnlyList<OwedReport> Of(AtWork at, PlanBook book) =>
    [
        .. at.Offers().Where(o => o.Procedure is not null && o.Transition.Ask.Any(f => f.Type is FieldType.Indicators { Baseline: false }))
            .Select(o => Of(at, book, o)).Where(o => !o.Indicators.IsEmpty),
    ];

    /// <summary>The values that a table brought for a report and that nobody has filed yet, by indicator.</summary>
    public async Task<ImmutableSortedDictionary<string, string>> WaitingAsync(CaseId id, string procedure, CancellationToken cancellationToken)
    {
        var row = (await store.RowsAsync(id, RowKinds.WaitingValues, cancellationToken)).FirstOrDefault(r => r.Key == procedure);
        return row is null
            ? ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
            : JsonSerializer.Deserialize(row.Json, CaseJson.Stored.ImmutableSortedDictionaryStringString)!.WithComparers(StringComparer.Ordinal);
    }

    public Task KeepAsync(CaseId id, string procedure, ImmutableSortedDictionary<string, string> values, CancellationToken cancellationToken) => store.PutRowAsync(
        id, new CaseRow(RowKinds.WaitingValues, procedure, JsonSerializer.Serialize(values, CaseJson.Stored.ImmutableSortedDictionaryStringString)), cancellationToken);

    private static OwedReport Of(AtWork at, PlanBook book, Offer offer)
    {
        var procedure = offer.Procedure!;
        var item = procedure.With.GetValueOrDefault("item", "");
        var task = at.Pack.Item(item)?.Label ?? new Label("方案指标", "Indicators of the plan");
        var rule = at.Pack.Procedure(procedure.Name);
        var asOf = procedure.With.TryGetValue("period-to", out var to) ? DateOnly.ParseExact(to, "yyyy-MM-dd", null) : at.Today;
        var period = procedure.With.GetValueOrDefault("period", "");
        return new(
            procedure.Id, offer.Action, task, new Label($"{rule.Label.Zh}（{period}）：{task.Zh}", $"{rule.Label.En} ({period}): {task.En}"), asOf,
            PlanVersion.Indicators(at.Pack, at.State.Plan is null ? null : book.VersionOn(at.Today), item));
    }
}
