using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Operator;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Showing;

/// <summary>Parties as the operator sees them.</summary>
public sealed class PartyViews(ICaseStore store, Office office, Parties parties, RoleOptions options, Desk desk, Frames frames, Codes codes)
{
    private const int Page = 500;
    private const int Shown = 50;

    public static string HrefOf(PartyId id) => $"{SitePaths.Parties}/{Uri.EscapeDataString(id.Value)}";

    public static string CodeHref(PartyId party, PersonId person) => $"{HrefOf(party)}/people/{Uri.EscapeDataString(person.Value)}/code";

    public async Task<IReadOnlyList<PartyRow>> AllAsync(CancellationToken cancellationToken)
    {
        var all = new List<PartyRow>();
        string? after = null;
        while (await store.IndexAsync(Indexes.Parties, "all", after, Page, cancellationToken) is { Count: > 0 } rows)
        {
            all.AddRange(rows.Select(r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.PartyRow)!));
            after = rows[^1].Sort;
        }

        return all;
    }

    public async Task<PartiesModel> ListAsync(HttpContext http, Typed typed, string? signal, Refusal? refused)
    {
        var search = http.Request.Query["q"].ToString().Trim();
        var (rows, next) = await PageAsync(search, http.Request.Query["after"], http.RequestAborted);
        var lines = new List<PartyLine>();
        foreach (var row in rows)
        {
            lines.Add(new PartyLine(row.Name, row.Code, await options.LinesAsync(row.Roles, http.RequestAborted), row.People, HrefOf(row.Id)));
        }

        var (roles, regions) = await options.AllAsync(http.RequestAborted);
        string Text(string name) => typed.One(name) ?? "";
        var add = new AddPartyForm(
            SitePaths.Parties, Frames.Tokens(Caller.Of(http), signal is null ? desk.NewSignal() : new SignalId(signal)), roles, regions,
            Text("name"), Text("code"), Text("role"), Text("region"), Text("person"), Text("email"), refused);
        return new PartiesModel(await frames.OfAsync(http), lines, add)
        {
            Search = search,
            IsFirst = !http.Request.Query.ContainsKey("after"),
            More = next is null ? null : $"{SitePaths.Parties}?q={Uri.EscapeDataString(search)}&after={Uri.EscapeDataString(next)}",
        };
    }

    // By name, with the words in the name or the code; the sort key it goes on after, or null.
    private async Task<(IReadOnlyList<PartyRow> Rows, string? After)> PageAsync(string search, string? after, CancellationToken cancellationToken)
    {
        var (may, found) = (RowSearch.For(search), new List<PartyRow>());
        while (await store.IndexAsync(Indexes.Parties, Indexes.All, after, search.Length == 0 ? Shown + 1 : Page, cancellationToken) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                if (found.Count == Shown)
                {
                    return (found, after);
                }

                after = row.Sort;
                if (may(row) && JsonSerializer.Deserialize(row.Json, CaseJson.Stored.PartyRow) is { } party
                    && (party.Name.Contains(search, StringComparison.OrdinalIgnoreCase) || party.Code?.Contains(search, StringComparison.OrdinalIgnoreCase) == true))
                {
                    found.Add(party);
                }
            }
        }

        return (found, null);
    }

    public async Task<PartyPageModel?> OfAsync(HttpContext http, PartyId id, Typed typed, Refusal? refused)
    {
        if (await parties.FindAsync(id, http.RequestAborted) is not { Party: { } party } state)
        {
            return null;
        }

        var people = new List<PersonLine>();
        foreach (var p in await parties.PeopleAsync(id, http.RequestAborted))
        {
            people.Add(new PersonLine(p.Name, p.Email, p.Secured, CodeHref(id, p.Person), Frames.Tokens(Caller.Of(http), desk.NewSignal()))
            {
                RecoveryLeft = await codes.LeftAsync(p.Person, http.RequestAborted),
                LostAction = p.Secured ? $"{CodeHref(id, p.Person)}/lost" : null,
                RemoveAction = $"{HrefOf(id)}/people/{Uri.EscapeDataString(p.Person.Value)}/remove",
            });
        }

        var held = party.RolesOn(parties.Today).ToList();
        var packs = await office.PacksAsync(http.RequestAborted);
        var (roles, regions) = await options.AllAsync(http.RequestAborted);
        string Text(string name) => typed.One(name) ?? "";
        var from = typed.Has("from") ? Text("from") : parties.Today.ToString("yyyy-MM-dd", null);
        return new PartyPageModel(
            await frames.OfAsync(http), state.Title, party.Code, party.Names, await options.LinesAsync(party.Roles, http.RequestAborted), [.. people],
            new AddPersonForm($"{HrefOf(id)}/people", Frames.Tokens(Caller.Of(http), desk.NewSignal()), Text("person"), Text("email")),
            new GrantRoleForm(
                $"{HrefOf(id)}/roles", Frames.Tokens(Caller.Of(http), desk.NewSignal()), roles, regions, Text("role"), Text("region"), from, Text("until")),
            refused)
        {
            Rename = new RenameForm(
                $"{HrefOf(id)}/names", Frames.Tokens(Caller.Of(http), desk.NewSignal()), Text("new-name"),
                typed.Has("named-from") ? Text("named-from") : parties.Today.ToString("yyyy-MM-dd", null)),
            EndRole = held.Count == 0 ? null : new EndRoleForm(
                $"{HrefOf(id)}/roles/end", Frames.Tokens(Caller.Of(http), desk.NewSignal()),
                [.. held.Select(g => new Option($"{g.Role}|{g.Region}", Frames.RoleLabel(packs, g.Role), g.Region is { } place ? new Label(RoleOptions.PlaceName(packs, place)) : null))], Text("held"),
                typed.Has("last") ? Text("last") : parties.Today.ToString("yyyy-MM-dd", null)),
        };
    }
}
