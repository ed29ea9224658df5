using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Demo;
using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Showing;

/// <summary>The demonstration's own pages.</summary>
public sealed class DemoViews(
    ICaseStore store, Cases cases, Codes codes, Office office, DemoPeople people, WallClock wall, TimeProvider time, Desk desk, Frames frames)
{
    private const int Shown = 12;
    private const int YearsAhead = 30;

    public async Task<ClockModel> ClockAsync(HttpContext http, string date, Refusal? refused)
    {
        var caller = Caller.Of(http);
        var upcoming = new List<UpcomingLine>();
        foreach (var due in await store.DueByAsync(time.GetUtcNow().AddYears(YearsAhead), Shown, http.RequestAborted))
        {
            if (await cases.FindAsync(due.Case, http.RequestAborted) is var (state, rules))
            {
                var seen = rules.Pack is not null && May.See(View.Progress, rules.Pack, state, caller.Actor);
                upcoming.Add(new UpcomingLine(due.At, WhatIsDue(rules.Pack, state), state.Title, seen ? Views.CaseHref(state.Id) : null));
            }
        }

        return new ClockModel(
            await frames.OfAsync(http), time.GetUtcNow(), SitePaths.Clock, Frames.Tokens(caller, desk.NewSignal()), upcoming, date, refused);
    }

    public async Task<PersonasModel> PersonasAsync(HttpContext http)
    {
        var packs = await office.PacksAsync(http.RequestAborted);
        var lines = new List<PersonaLine>();
        foreach (var (person, roles) in await people.AllAsync(http.RequestAborted))
        {
            var secret = person.Secured ? await codes.SecretAsync(person.Person, http.RequestAborted) : null;
            lines.Add(new PersonaLine(
                person.Name, person.PartyName, [.. roles.Select(r => Frames.RoleLabel(packs, r))], person.Email,
                secret is null ? null : TimeBasedCode.At(secret, wall.Time.GetUtcNow()), $"{SitePaths.Personas}/{Uri.EscapeDataString(person.Person.Value)}",
                Frames.Tokens(Caller.Of(http), desk.NewSignal())));
        }

        return new PersonasModel(await frames.OfAsync(http), lines);
    }

    // The stage whose date is nearest; a case may also move by itself for a reminder or a duty that opens.
    private static Label WhatIsDue(Pack? pack, CaseState state) =>
        pack is not null && state.Procedures.Where(p => StageHolders.DeadlineOf(state, p) is { Missed: false })
            .MinBy(p => StageHolders.DeadlineOf(state, p)!.Last) is { } procedure
            ? new Label(
                $"{pack.Procedure(procedure.Name).Label.Zh}·{pack.Procedure(procedure.Name).Stage(procedure.Stage).Label.Zh}",
                pack.Procedure(procedure.Name).Stage(procedure.Stage).Label.En)
            : new Label("期限或提醒", "A date or a reminder");
}
