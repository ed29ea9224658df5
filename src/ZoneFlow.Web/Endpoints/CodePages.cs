using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Operator;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Enrolling a time-based code, with the person sitting beside the operator.</summary>
internal static class CodePages
{
    private const string Route = SitePaths.Parties + "/{party}/people/{person}/code";

    public static void MapCodePages(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Route, ProposeAsync).Shows(View.Installation);
        routes.MapGet(Route, ShowAsync).Shows(View.Installation);
        routes.MapPost(Route + "/lost", LostAsync).Shows(View.Installation);
        routes.MapPost(Route + "/confirm", ConfirmAsync).Shows(View.Installation);
    }

    private static async Task<IResult> ProposeAsync(
        HttpContext http, string party, string person, Caller caller, Desk desk, FormIntake intake, Parties parties, Codes codes)
    {
        if ((await Forms.ReadAsync(http, caller, desk, intake)).Problem is { } problem)
        {
            return problem;
        }

        if (await PersonAsync(parties, party, person, http.RequestAborted) is not { } whom)
        {
            return Problems.NotFound(http);
        }

        await codes.ProposeAsync(whom.Person, http.RequestAborted);
        return SeeOther.To(PartyViews.CodeHref(whom.Party, whom.Person));
    }

    private static Task<IResult> ShowAsync(
        HttpContext http, string party, string person, Caller caller, Desk desk, Parties parties, Codes codes, Office office, Frames frames) =>
        PageAsync(http, party, person, caller, desk, parties, codes, office, frames, null);

    private static async Task<IResult> ConfirmAsync(
        HttpContext http, string party, string person, Caller caller, Desk desk, FormIntake intake, Parties parties, Codes codes, Office office,
        Registrar registrar, Frames frames)
    {
        var (typed, signal, problem) = await Forms.ReadAsync(http, caller, desk, intake);
        if (problem is not null)
        {
            return problem;
        }

        if (await PersonAsync(parties, party, person, http.RequestAborted) is not { } whom)
        {
            return Problems.NotFound(http);
        }

        var sheet = await codes.ConfirmAsync(whom.Person, typed.One("code"), http.RequestAborted);
        if (sheet.IsEmpty)
        {
            var wrong = new Label("验证码不对，请看手机上此刻的六位数字。", "The code is wrong; type the six digits shown at this moment.");
            return await PageAsync(
                http, party, person, caller, desk, parties, codes, office, frames,
                new Refusal("second-factor", wrong, null, [new RefusalDetail("code", wrong)]));
        }

        var answer = await registrar.SecureAsync(
            Desk.SignalOf($"secure|{person}", signal), caller.Actor, whom.Party, whom.Person, true, http.RequestAborted);
        if (answer.Refusal is { } refusal)
        {
            return Problems.Refused(http, refusal);
        }

        // Shown by this answer and by no address: asked for again there is no sheet, only a new enrolment.
        return await PageResults.PageAsync<RecoverySheetPage, RecoverySheetModel>(
            new RecoverySheetModel(await frames.OfAsync(http), whom.Name, whom.PartyName, sheet, PartyViews.HrefOf(whom.Party)));
    }

    private static async Task<IResult> LostAsync(
        HttpContext http, string party, string person, Caller caller, Desk desk, FormIntake intake, Parties parties, Codes codes, SignIns signIns, Registrar registrar)
    {
        var (_, signal, problem) = await Forms.ReadAsync(http, caller, desk, intake);
        if (problem is not null)
        {
            return problem;
        }

        if (await PersonAsync(parties, party, person, http.RequestAborted) is not { } whom)
        {
            return Problems.NotFound(http);
        }

        await codes.ForgetAsync(whom.Person, http.RequestAborted);
        await signIns.EndAllAsync(whom.Person, http.RequestAborted);
        var answer = await registrar.SecureAsync(
            Desk.SignalOf($"lost|{person}", signal), caller.Actor, whom.Party, whom.Person, false, http.RequestAborted);
        return answer.Refusal is { } refusal ? Problems.Refused(http, refusal) : SeeOther.To(PartyViews.HrefOf(whom.Party));
    }

    private static async Task<IResult> PageAsync(
        HttpContext http, string party, string person, Caller caller, Desk desk, Parties parties, Codes codes, Office office, Frames frames,
        Refusal? refused)
    {
        if (await PersonAsync(parties, party, person, http.RequestAborted) is not { } whom)
        {
            return Problems.NotFound(http);
        }

        if (await codes.ProposedAsync(whom.Person, http.RequestAborted) is not { } secret)
        {
            return SeeOther.To(PartyViews.HrefOf(whom.Party));
        }

        var model = new EnrolCodeModel(
            await frames.OfAsync(http), $"{PartyViews.CodeHref(whom.Party, whom.Person)}/confirm", Frames.Tokens(caller, desk.NewSignal()), whom.Name,
            string.Join(' ', secret.Text.Chunk(4).Select(c => new string(c))),
            secret.EnrolmentUri(await office.NameAsync(http.RequestAborted), whom.Email), refused);
        return await PageResults.PageAsync<EnrolCodePage, EnrolCodeModel>(
            model, refused is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Addressee?> PersonAsync(Parties parties, string party, string person, CancellationToken cancellationToken) =>
        (await parties.PeopleAsync(new PartyId(party), cancellationToken)).FirstOrDefault(p => p.Person.Value == person);
}
