using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Public;

namespace ZoneFlow.Web.Showing;

/// <summary>The receipt for an objection, from what was kept: the same however often it is asked for.</summary>
public sealed class ObjectionReceipts(ICaseStore store, Dossiers dossiers)
{
    public async Task<ObjectionReceiptModel> OfAsync(
        NoticePageModel notice, CaseId id, string receipt, string noticeHref, CancellationToken cancellationToken)
    {
        var row = (await store.RowsAsync(id, RowKinds.Objection, cancellationToken)).First(r => r.Key == receipt);
        var objection = JsonSerializer.Deserialize(row.Json, CaseJson.Stored.ObjectionRow)!;
        var texts = await dossiers.TextsAsync(id, cancellationToken);
        var attachment = objection.Documents.Select(d => new DocumentLine(
            new Label("异议材料", "Objection"), d.Version, Dossiers.Text(texts, d.Name) ?? "", d.Size, d.Content, null, objection.At, null, false));
        return new ObjectionReceiptModel(
            notice.Frame, receipt, notice.Title, noticeHref, notice.Entries.FirstOrDefault(e => e.Key == objection.Entry)?.Title ?? objection.Entry,
            objection.At, attachment.FirstOrDefault());
    }
}
