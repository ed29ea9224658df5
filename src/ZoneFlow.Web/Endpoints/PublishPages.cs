using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Operator;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Publishing a pack's revision: checked and compared first, then published with a time-based code.</summary>
internal static class PublishPages
{
    private const int MostFiles = 100;
    private const string NotOfThePack = ".cases.yaml";

    // Long enough to read what would change; what is not published by then is swept away.
    private static readonly TimeSpan DraftKept = TimeSpan.FromHours(2);

    public static void MapPublishPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SitePaths.Publish, ShowAsync).Shows(View.Installation);
        routes.MapPost(SitePaths.Publish + "/check", CheckAsync).Shows(View.Installation);
        routes.MapPost(SitePaths.Publish, PublishAsync).Shows(View.Installation);
    }

    private static Task<IResult> ShowAsync(HttpContext http, Caller caller, PublishViews views) => PageAsync(http, caller, views, new PackChecked(null, []), 0, null, null);

    private static async Task<IResult> CheckAsync(
        HttpContext http, Caller caller, Desk desk, FormIntake intake, PublishViews views, PackPublishing publishing, ICaseStore store, WallClock wall)
    {
        var (typed, _, problem) = await Forms.ReadAsync(http, caller, desk, intake);
        if (problem is not null)
        {
            return problem;
        }

        var (files, refusal) = FilesOf(typed);
        if (refusal is not null)
        {
            return await PageAsync(http, caller, views, new PackChecked(null, []), 0, null, refusal);
        }

        var found = publishing.Check(files);
        if (found.Pack is { } pack)
        {
            await store.PutRecordAsync(
                new KeyedRecord(RecordKinds.PackDraft, pack.Revision.Hash, Convert.ToBase64String(publishing.Pack(files)), wall.Time.GetUtcNow() + DraftKept), http.RequestAborted);
            return await PageAsync(http, caller, views, found, files.Count, pack.Revision.Hash, null);
        }

        return await PageAsync(http, caller, views, found, files.Count, null, Wrong("政策有须改正之处，不能发布。", "Some of it has to be corrected; it cannot be published."));
    }

    private static async Task<IResult> PublishAsync(
        HttpContext http, Caller caller, Desk desk, FormIntake intake, PublishViews views, PackPublishing publishing, ICaseStore store, Codes codes)
    {
        var (typed, _, problem) = await Forms.ReadAsync(http, caller, desk, intake);
        if (problem is not null)
        {
            return problem;
        }

        if (typed.One("draft") is not { } draft || await store.RecordAsync(RecordKinds.PackDraft, draft, http.RequestAborted) is not { } record)
        {
            return await PageAsync(http, caller, views, new PackChecked(null, []), 0, null, Wrong("核对的结果已过期，请重新选择文件。", "What was checked is no longer kept; choose the files again."));
        }

        var files = publishing.Unpack(Convert.FromBase64String(record.Json));
        var found = publishing.Check(files);
        if (found.Pack is not { } pack)
        {
            return await PageAsync(http, caller, views, found, files.Count, null, Wrong("政策有须改正之处，不能发布。", "Some of it has to be corrected; it cannot be published."));
        }

        if (await Forms.ProveAsync(http, caller, typed, codes) is var verdict and not CodeVerdict.Right)
        {
            return await PageAsync(http, caller, views, found, files.Count, draft, Desk.CodeRefused(verdict, null));
        }

        // Once begun it goes on, whether or not anybody waits for the page.
        var isNew = await publishing.PublishAsync(files, pack, caller.Actor, CancellationToken.None);
        return await PageResults.PageAsync<PublishPage, PublishModel>(await views.DoneAsync(http, caller, isNew
            ? new Label($"已发布{pack.Title.Zh}（{pack.Id}@{pack.Revision.Hash[..12]}），新卷宗按此办理。", "Published: new cases open under it.")
            : new Label("此版本已在使用，没有变动。", "This revision is already in use; nothing changed.")));
    }

    /// <summary>The posted files as a pack has them, or what is wrong with the choice.</summary>
    private static (IReadOnlyDictionary<string, byte[]> Files, Refusal? Refusal) FilesOf(Typed typed)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (name, texts) in typed.Under(FormIntake.NamedText).Values.Where(f => !f.Key.EndsWith(NotOfThePack, StringComparison.Ordinal)))
        {
            if (!name.EndsWith(".yaml", StringComparison.Ordinal))
            {
                return (files, OfFiles($"“{name}”不是YAML文件。", $"\"{name}\" is not a YAML file."));
            }

            if (texts.Length > 1)
            {
                return (files, OfFiles($"“{name}”选了两次。", $"\"{name}\" was chosen twice."));
            }

            if (texts[0].Contains('\uFFFD', StringComparison.Ordinal))
            {
                return (files, OfFiles($"“{name}”不是UTF-8编码，请另存为UTF-8。", $"\"{name}\" is not UTF-8; save it as such."));
            }

            files.Add(name, Encoding.UTF8.GetBytes(texts[0]));
        }

        return files.Count switch
        {
            0 => (files, OfFiles("请选择政策的YAML文件。", "Choose the pack's YAML files.")),
            > MostFiles => (files, OfFiles($"一个政策至多{MostFiles}个文件。", $"A pack has at most {MostFiles} files.")),
            _ => (files, null),
        };
    }

    private static Refusal OfFiles(string zh, string en) => Forms.Wrong("pack", zh, en);

    private static Refusal Wrong(string zh, string en) => new("pack-wrong", new Label(zh, en), null, []);

    private static async Task<IResult> PageAsync(
        HttpContext http, Caller caller, PublishViews views, PackChecked found, int files, string? draft, Refusal? refused) =>
        await PageResults.PageAsync<PublishPage, PublishModel>(
            await views.OfAsync(http, caller, found, files, draft, refused), refused is null ? StatusCodes.Status200OK : Problems.StatusOf(refused));
}
