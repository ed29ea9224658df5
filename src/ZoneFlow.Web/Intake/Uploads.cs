using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;

namespace ZoneFlow.Web.Intake;

/// <summary>Takes a file in: streamed to the store, looked into, scanned, and described for the case. Nothing of the case changes yet.</summary>
public sealed class Uploads(IDocumentStore documents, UploadLimits limits, UploadQuota quota, UploadScans scans, CrashHook crash)
{
    /// <returns>The document as a signal carries it, or what is wrong with the file.</returns>
    public async Task<(FiledDocument? Document, Refusal? Refusal)> TakeAsync(
        HttpContext http, string slot, Stream content, string fileName, Confiding confiding, CancellationToken cancellationToken)
    {
        var left = await quota.LeftAsync(http, cancellationToken);
        StoredContent stored;
        try
        {
            stored = await documents.PutAsync(content, Math.Min(left, limits.MaxBytes), cancellationToken);
        }
        catch (ContentTooLargeException)
        {
            var most = limits.MaxBytes >> 20;
            return (null, left < limits.MaxBytes
                ? Refused(slot, "quota", "今日上传的文件总量已达上限，请明日再传或联系管理员。", "No more files can be brought today; come again tomorrow or ask the operator.")
                : Refused(slot, "file-too-large", $"文件不得超过{most}MB。", $"A file has at most {most} MB."));
        }

        await quota.CountAsync(http, stored.Length, cancellationToken);
        crash.At(CrashPoints.DocumentStored);
        UploadVerdict verdict;
        await using (var stream = await documents.OpenAsync(stored.Hash, cancellationToken) ?? throw new IOException($"{stored.Hash} was stored and is not there."))
        {
            verdict = UploadInspection.Inspect(stream, fileName, limits);
        }

        switch (verdict)
        {
            case UploadVerdict.Accepted accepted:
                var name = confiding.Take("file-name", accepted.CleanName);
                return await scans.TakeAsync(stored.Hash, name, LinkHolder.Bringing(http), cancellationToken) is { } finding
                    ? (null, Refused(slot, "infected", $"文件未通过病毒检测（{finding}），没有接收。", $"The file did not pass the virus scanner ({finding}) and was not taken."))
                    : (new FiledDocument(slot, 0, stored.Hash, name, accepted.MediaType, stored.Length), null);
            case UploadVerdict.Refused refused:
                return (null, Refused(slot, refused.Code, refused.Zh, refused.En));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static Refusal Refused(string slot, string code, string zh, string en) =>
        new(code, new Label(zh, en), null, [new RefusalDetail(slot, new Label(zh, en))]);
}
