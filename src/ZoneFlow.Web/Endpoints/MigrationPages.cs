using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Migrating;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Operator;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Moving running cases to another revision: what would change in each is seen first.</summary>
internal static class MigrationPages
{
    private const string FileName = "map.yaml";

    public static void MapMigrationPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SitePaths.Migrate, ShowAsync).Shows(View.Installation);
        routes.MapPost(SitePaths.Migrate + "/plan", PlanAsync).Shows(View.Installation);
        routes.MapPost(SitePaths.Migrate, MoveAsync).Shows(View.Installation);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, Caller caller, Desk desk, Frames frames, Office office) =>
        await PageAsync(http, caller, desk, frames, office, Typed.Nothing, null, [], null, false);

    private static Task<IResult> PlanAsync(
        HttpContext http, Caller caller, Desk desk, FormIntake intake, Frames frames, Office office, Migrations migrations, RevisionMapReader reader, PackComparison compare,
        Rulebooks rulebooks) => AnswerAsync(http, caller, desk, intake, frames, office, migrations, reader, compare, rulebooks, false);

    private static Task<IResult> MoveAsync(
        HttpContext http, Caller caller, Desk desk, FormIntake intake, Frames frames, Office office, Migrations migrations, RevisionMapReader reader, PackComparison compare,
        Rulebooks rulebooks) => AnswerAsync(http, caller, desk, intake, frames, office, migrations, reader, compare, rulebooks, true);

    private static async Task<IResult> AnswerAsync(
        HttpContext http, Caller caller, Desk desk, FormIntake intake, Frames frames, Office office, Migrations migrations, RevisionMapReader reader, PackComparison compare,
        Rulebooks rulebooks, bool confirmed)
    {
        var (typed, _, problem) = await Forms.ReadAsync(http, caller, desk, intake);
        if (problem is not null)
        {
            return problem;
        }

        var to = typed.One("to") is { } asked ? await migrations.FindAsync(asked, http.RequestAborted) : null;
        var (map, wrong) = reader(typed.Values.GetValueOrDefault("map", []).FirstOrDefault() ?? "", FileName);
        if (to is not { } revision || map is null)
        {
            var details = wrong.Select(w => new RefusalDetail("map", new Label(w)))
                .Concat(to is null ? [new RefusalDetail("to", new Label("请选择版本。", "Choose a revision."))] : Array.Empty<RefusalDetail>());
            return await PageAsync(http, caller, desk, frames, office, typed, Forms.Wrong(details), [], null, false);
        }

        // Once begun it goes on, whether or not anybody waits for the page.
        var number = typed.One("number");
        var done = confirmed
            ? await migrations.MoveAsync(revision, map, number, caller.Actor, CancellationToken.None)
            : await migrations.PlanAsync(revision, map, number, http.RequestAborted);
        var changes = new List<Label>();
        foreach (var from in done.Select(d => d.From).Where(f => f != default).Distinct())
        {
            changes.AddRange(compare((await rulebooks.ForAsync(from, http.RequestAborted)).Policy, (await rulebooks.ForAsync(revision, http.RequestAborted)).Policy));
        }

        return await PageAsync(http, caller, desk, frames, office, typed, null, [.. changes.Distinct()], done, !confirmed && done.Any(d => d.Refusal is null));
    }

    private static async Task<IResult> PageAsync(
        HttpContext http, Caller caller, Desk desk, Frames frames, Office office, Typed typed, Refusal? refused, IReadOnlyList<Label> changes,
        IReadOnlyList<CaseMigration>? done, bool confirm)
    {
        var packs = await office.PacksAsync(http.RequestAborted);
        var model = new MigrationPageModel(
            await frames.OfAsync(http), [.. packs.Select(p => new Option($"{p.Id}@{p.Revision.Hash}", p.Title, new Label(p.Revision.ToString())))],
            typed.One("to") ?? "", typed.One("number") ?? "", typed.Values.GetValueOrDefault("map", []).FirstOrDefault() ?? "",
            Frames.Tokens(caller, desk.NewSignal()), refused, changes, done?.Select(Line).ToList(), confirm ? Frames.Tokens(caller, desk.NewSignal()) : null);
        return await PageResults.PageAsync<MigrationPage, MigrationPageModel>(model, refused is null ? StatusCodes.Status200OK : Problems.StatusOf(refused));
    }

    private static MigrationLine Line(CaseMigration done) => new(
        done.Number, done.Title, Views.CaseHref(done.Case), done.From == default ? "" : done.From.ToString(), done.Differences,
        done.Refusal is { } refusal ? [refusal.Message, .. refusal.Details.Select(d => d.Message)] : []);
}
