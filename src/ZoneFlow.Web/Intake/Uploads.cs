using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Web.Intake;

/// <summary>Takes a file in: streamed to the store, looked into, and described for the case. Nothing of the case changes yet.</summary>
public sealed class Uploads(IDocumentStore documents, UploadLimits limits, CrashHook crash)
{
    /// <returns>The document as a signal carries it, or what is wrong with the file.</returns>
    public async Task<(FiledDocument? Document, Refusal? Refusal)> TakeAsync(
        string slot, Stream content, string fileName, Confiding confiding, CancellationToken cancellationToken)
    {
        StoredContent stored;
        try
        {
            stored = await documents.PutAsync(content, limits.MaxBytes, cancellationToken);
        }
        catch (ContentTooLargeException)
        {
            var most = limits.MaxBytes >> 20;
            return (null, Refused(slot, "file-too-large", $"文件不得超过{most}MB。", $"A file has at most {most} MB."));
        }

        crash.At(CrashPoints.DocumentStored);
        await using var stream = await documents.OpenAsync(stored.Hash, cancellationToken)
            ?? throw new IOException($"{stored.Hash} was stored and is not there.");
        return UploadInspection.Inspect(stream, fileName, limits) switch
        {
            UploadVerdict.Accepted accepted => (
                new FiledDocument(slot, 0, stored.Hash, confiding.Take("file-name", accepted.CleanName), accepted.MediaType, stored.Length), null),
            UploadVerdict.Refused refused => (null, Refused(slot, refused.Code, refused.Zh, refused.En)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Refusal Refused(string slot, string code, string zh, string en) =>
        new(code, new Label(zh, en), null, [new RefusalDetail(slot, new Label(zh, en))]);
}
