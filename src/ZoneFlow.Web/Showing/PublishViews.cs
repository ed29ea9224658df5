using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Migrating;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Operator;

namespace ZoneFlow.Web.Showing;

/// <summary>Builds the page that publishes a pack's revision.</summary>
public sealed class PublishViews(Frames frames, Office office, PackComparison compare, Desk desk)
{
    /// <param name="draft">Under which hash the checked files wait to be published; null where they may not be.</param>
    public async Task<PublishModel> OfAsync(HttpContext http, Caller caller, PackChecked found, int files, string? draft, Refusal? refused)
    {
        var inUse = found.Pack is { } pack ? (await office.PacksAsync(http.RequestAborted)).FirstOrDefault(p => p.Id == pack.Id) : null;
        return new PublishModel(
            await frames.OfAsync(http), Frames.Tokens(caller, desk.NewSignal()),
            found.Pack is { } read ? new PublishFound(read.Title, read.Issuer, read.Id, read.Revision.Hash, inUse?.Revision.Hash, files) : null, found.Remarks,
            inUse is null ? [] : compare(inUse, found.Pack!), draft is null ? null : Frames.Tokens(caller, desk.NewSignal()), draft ?? "", refused);
    }

    public async Task<PublishModel> DoneAsync(HttpContext http, Caller caller, Label said) =>
        await OfAsync(http, caller, new PackChecked(null, []), 0, null, null) with { Done = said };
}
