using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Operator;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Registering parties, their people and their roles.</summary>
internal static class PartyPages
{
    public static void MapPartyPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SitePaths.Parties, ListAsync).Shows(View.Installation);
        routes.MapPost(SitePaths.Parties, AddAsync).Shows(View.Installation);
        routes.MapGet(SitePaths.Parties + "/{party}", ShowAsync).Shows(View.Installation);
        routes.MapPost(SitePaths.Parties + "/{party}/people", AddPersonAsync).Shows(View.Installation);
        routes.MapPost(SitePaths.Parties + "/{party}/roles", GrantAsync).Shows(View.Installation);
        routes.MapPost(SitePaths.Parties + "/{party}/roles/end", EndRoleAsync).Shows(View.Installation);
        routes.MapPost(SitePaths.Parties + "/{party}/names", RenameAsync).Shows(View.Installation);
        routes.MapPost(SitePaths.Parties + "/{party}/people/{person}/remove", RemoveAsync).Shows(View.Installation);
    }

    private static async Task<IResult> ListAsync(HttpContext http, PartyViews views) =>
        await PageResults.PageAsync<PartiesPage, PartiesModel>(await views.ListAsync(http, Typed.Nothing, null, null));

    /// <summary>Three signals whose ids follow from the form's one: posted again after a failure, what is missing is done.</summary>
    private static async Task<IResult> AddAsync(
        HttpContext http, Caller caller, Desk desk, FormIntake intake, PartyForms forms, PartyViews views, Registrar registrar, Parties parties)
    {
        var (typed, signal, problem) = await Forms.ReadAsync(http, caller, desk, intake);
        if (problem is not null)
        {
            return problem;
        }

        var (role, wrongRole) = await forms.RoleAsync(typed, parties.Today, http.RequestAborted);
        RefusalDetail[] wrong =
        [
            .. PartyForms.WrongWithName(typed, "name"), .. PartyForms.WrongWithCode(typed), .. wrongRole, .. PartyForms.WrongWithName(typed, "person"),
            .. PartyForms.WrongWithEmail(typed),
        ];
        var refusal = wrong.Length > 0 ? Forms.Wrong(wrong) : null;
        var party = new PartyId(IdOf("party", signal));
        refusal ??= (await registrar.RegisterPartyAsync(
            Desk.SignalOf("register-party", signal), caller.Actor, party.Value, typed.One("name")!, typed.One("code"), http.RequestAborted)).Refusal;
        refusal ??= (await registrar.GrantAsync(Desk.SignalOf("grant-role", signal), caller.Actor, party, role!, http.RequestAborted)).Refusal;
        refusal ??= (await registrar.AddPersonAsync(
            Desk.SignalOf("add-person", signal), caller.Actor, party, new PersonId(IdOf("person", signal)), typed.One("person")!, typed.One("email")!,
            http.RequestAborted)).Refusal;
        return refusal is null
            ? SeeOther.To(PartyViews.HrefOf(party))
            : await PageResults.PageAsync<PartiesPage, PartiesModel>(await views.ListAsync(http, typed, signal, refusal), Problems.StatusOf(refusal));
    }

    private static Task<IResult> ShowAsync(HttpContext http, string party, PartyViews views) =>
        PartyAsync(http, new PartyId(party), views, Typed.Nothing, null);

    private static async Task<IResult> AddPersonAsync(
        HttpContext http, string party, Caller caller, Desk desk, FormIntake intake, PartyViews views, Registrar registrar)
    {
        var (typed, signal, problem) = await Forms.ReadAsync(http, caller, desk, intake);
        if (problem is not null)
        {
            return problem;
        }

        RefusalDetail[] wrong = [.. PartyForms.WrongWithName(typed, "person"), .. PartyForms.WrongWithEmail(typed)];
        var refusal = wrong.Length > 0 ? Forms.Wrong(wrong) : (await registrar.AddPersonAsync(
            Desk.SignalOf($"add-person|{party}", signal), caller.Actor, new PartyId(party), new PersonId(IdOf("person", signal)), typed.One("person")!,
            typed.One("email")!, http.RequestAborted)).Refusal;
        return await DoneAsync(http, new PartyId(party), views, typed, refusal);
    }

    private static async Task<IResult> GrantAsync(
        HttpContext http, string party, Caller caller, Desk desk, FormIntake intake, PartyForms forms, PartyViews views, Registrar registrar, Parties parties)
    {
        var (typed, signal, problem) = await Forms.ReadAsync(http, caller, desk, intake);
        if (problem is not null)
        {
            return problem;
        }

        var (role, wrong) = await forms.RoleAsync(typed, parties.Today, http.RequestAborted);
        var refusal = role is null ? Forms.Wrong(wrong) : (await registrar.GrantAsync(
            Desk.SignalOf($"grant-role|{party}", signal), caller.Actor, new PartyId(party), role, http.RequestAborted)).Refusal;
        return await DoneAsync(http, new PartyId(party), views, typed, refusal);
    }

    private static async Task<IResult> EndRoleAsync(
        HttpContext http, string party, Caller caller, Desk desk, FormIntake intake, PartyViews views, Registrar registrar)
    {
        var (typed, signal, problem) = await Forms.ReadAsync(http, caller, desk, intake);
        if (problem is not null)
        {
            return problem;
        }

        var wrong = new List<RefusalDetail>();
        var last = PartyForms.RequiredDay(typed, "last", wrong);
        if (typed.One("held")?.Split('|') is not [var role, var region])
        {
            wrong.Add(new RefusalDetail("held", new Core.Policies.Label("请选择角色。", "Choose a role.")));
            return await DoneAsync(http, new PartyId(party), views, typed, Forms.Wrong(wrong));
        }

        var refusal = wrong.Count > 0 ? Forms.Wrong(wrong) : (await registrar.EndRoleAsync(
            Desk.SignalOf($"end-role|{party}", signal), caller.Actor, new PartyId(party), new RoleGrant(role, region.Length > 0 ? region : null), last,
            http.RequestAborted)).Refusal;
        return await DoneAsync(http, new PartyId(party), views, typed, refusal);
    }

    private static async Task<IResult> RenameAsync(
        HttpContext http, string party, Caller caller, Desk desk, FormIntake intake, PartyViews views, Registrar registrar)
    {
        var (typed, signal, problem) = await Forms.ReadAsync(http, caller, desk, intake);
        if (problem is not null)
        {
            return problem;
        }

        var wrong = PartyForms.WrongWithName(typed, "new-name").ToList();
        var from = PartyForms.RequiredDay(typed, "named-from", wrong);
        var refusal = wrong.Count > 0 ? Forms.Wrong(wrong) : (await registrar.RenameAsync(
            Desk.SignalOf($"rename|{party}", signal), caller.Actor, new PartyId(party), typed.One("new-name")!, from, http.RequestAborted)).Refusal;
        return await DoneAsync(http, new PartyId(party), views, typed, refusal);
    }

    private static async Task<IResult> RemoveAsync(
        HttpContext http, string party, string person, Caller caller, Desk desk, FormIntake intake, PartyViews views, Registrar registrar, SignIns signIns)
    {
        var (typed, signal, problem) = await Forms.ReadAsync(http, caller, desk, intake);
        if (problem is not null)
        {
            return problem;
        }

        var refusal = (await registrar.RemovePersonAsync(
            Desk.SignalOf($"remove-person|{person}", signal), caller.Actor, new PartyId(party), new PersonId(person), http.RequestAborted)).Refusal;
        if (refusal is null)
        {
            await signIns.EndAllAsync(new PersonId(person), http.RequestAborted);
        }

        return await DoneAsync(http, new PartyId(party), views, typed, refusal);
    }

    private static Task<IResult> DoneAsync(HttpContext http, PartyId party, PartyViews views, Typed typed, Refusal? refusal) =>
        refusal is null ? Task.FromResult(SeeOther.To(PartyViews.HrefOf(party))) : PartyAsync(http, party, views, typed, refusal);

    private static async Task<IResult> PartyAsync(HttpContext http, PartyId party, PartyViews views, Typed typed, Refusal? refusal) =>
        await views.OfAsync(http, party, typed, refusal) is { } model
            ? await PageResults.PageAsync<PartyPage, PartyPageModel>(model, refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal))
            : Problems.NotFound(http);

    private static string IdOf(string kind, string signal) => $"{kind}-{Desk.SignalOf(kind, signal).Value["key/".Length..][..32]}";
}
