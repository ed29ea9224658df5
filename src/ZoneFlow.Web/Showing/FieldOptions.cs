using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Showing;

/// <summary>What can be chosen in a field whose rule does not say: items of the case, other cases, parties.</summary>
public sealed class FieldOptions(Registers registers, Parties parties)
{
    public async Task<IReadOnlyList<Option>> OfAsync(FieldType type, Pack pack, CaseState state, CancellationToken cancellationToken) => type switch
    {
        FieldType.Items items => [.. state.Items.Where(i => i.State == items.State).OrderBy(i => i.Place ?? int.MaxValue).Select(i => Of(pack, state, i))],
        FieldType.Item => [.. state.Items.Select(i => Of(pack, state, i))],
        FieldType.Case other =>
        [
            .. (await registers.OfKindAsync(other.Kind, cancellationToken)).Where(c => c.Pack == pack.Id && other.Standings.Contains(c.Standing))
                .Select(c => new Option(c.Id.Value, new Label($"{c.Number} {c.Title}"), c.StandingLabel)),
        ],
        FieldType.Party party =>
        [
            .. (await parties.HoldersAsync(party.Role, null, cancellationToken)).Select(h => new Option(h.Party.Value, new Label(h.Name))),
        ],
        _ => [],
    };

    private static Option Of(Pack pack, CaseState state, Item item) =>
        new(item.Key, new Label(item.Title), item is { Place: { } place, Score: { } score }
            ? new Label($"第{place}名，{score:0.00}分", $"place {place}, {score:0.00}")
            : pack.Cases[state.Kind].ItemStates.TryGetValue(item.State, out var label) ? label : null);
}
