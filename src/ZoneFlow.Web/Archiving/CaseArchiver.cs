using System.Globalization;
using System.Security.Cryptography;
using ZoneFlow.Runtime.Archiving;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Web.Archiving;

/// <summary>
/// Archives ended cases: each dossier is written, read again and checked; only then is it written down that it is archived, and only
/// after that are its papers and personal texts deleted. Cut short at any point, the next run goes on from there.
/// </summary>
public sealed class CaseArchiver(ICaseStore store, DossierWriter writer, DocumentDeletions deletions, Retention retention, TimeProvider time)
{
    /// <summary>Called after each step of a case, for whoever lets the process die there.</summary>
    public Action<string>? After { get; set; }

    /// <summary>Makes what was written into a folder survive a power loss, where the head has such a call: before anything is deleted.</summary>
    public Action<string> Settle { get; set; } = _ => { };

    /// <summary>Writes a case's archive into a folder, or takes up again where that was cut short.</summary>
    /// <returns>What was archived; or why it was not, with everything still there.</returns>
    public async Task<(ArchivedCase? Archived, string? Why)> RunAsync(EndedCase ended, string folder, CancellationToken cancellationToken)
    {
        var begun = await retention.BegunAsync(ended.State.Id, ended.State.Version, cancellationToken);
        if (begun is { Done: not null })
        {
            return (begun, null);
        }

        if (begun is not null && !await IsWholeAsync(begun, cancellationToken))
        {
            if ((await DeletedDocuments.WrittenAsync(store, begun.Case, cancellationToken)).Any(d => d.Archived && d.Through == begun.Entries))
            {
                return (null, $"上次写出的档案{begun.File}不在原处或已变动，而其内容已开始清除：请放回原档案后再执行。 The archive {begun.File} is gone or has changed, and deletion had begun: put it back and run this again.");
            }

            await retention.ForgetAsync(begun, cancellationToken);
            begun = null;
        }

        if (begun is null)
        {
            (begun, var why) = await WriteAsync(ended, folder, cancellationToken);
            if (begun is null)
            {
                return (null, why);
            }

            await retention.PutAsync(begun, cancellationToken);
            After?.Invoke("recorded");
        }

        var ground = $"保管期限届满，卷宗已归档（{Path.GetFileName(begun.File)}）";
        await deletions.WriteDownArchivedAsync(begun.Case, ground, cancellationToken);
        After?.Invoke("written-down");
        await store.ForgetAsync(begun.Case, [.. (await store.ConfidedAsync(begun.Case, cancellationToken)).Keys], cancellationToken);
        After?.Invoke("forgotten");
        var done = begun with { Done = time.GetUtcNow() };
        await retention.PutAsync(done, cancellationToken);
        return (done, null);
    }

    private async Task<(ArchivedCase? Archived, string? Why)> WriteAsync(EndedCase ended, string folder, CancellationToken cancellationToken)
    {
        var target = Path.Combine(Path.GetFullPath(folder), $"{FileName(ended.Number)}-{FileName(ended.State.Id.Value)}-{ended.State.Version.ToString(CultureInfo.InvariantCulture)}.zip");
        var partial = $"{target}.partial";
        try
        {
            await using (var file = new FileStream(partial, FileMode.Create, FileAccess.ReadWrite))
            {
                var written = await writer.WriteAsync(ended.State, ended.Pack, file, cancellationToken);
                file.Flush(flushToDisk: true);
                if (written.Missing.Count > 0)
                {
                    return (null, $"缺少文件{string.Join('、', written.Missing)}，未归档。 Documents are missing from the store; it was not archived.");
                }
            }

            // What counts is what can be read from the disk again, by the check that anybody can run on it.
            DossierManifest manifest;
            string hash;
            await using (var again = File.OpenRead(partial))
            {
                var (read, entry, why) = await DossierCheck.RunAsync(again, null, cancellationToken);
                if (read is null || entry is not null)
                {
                    return (null, $"写出的档案校验不符（{entry}），未归档：{why}");
                }

                manifest = read;
                again.Position = 0;
                hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(again, cancellationToken));
            }

            File.Move(partial, target, overwrite: true);
            Settle(Path.GetDirectoryName(target)!);
            After?.Invoke("written");
            return (new ArchivedCase(ended.State.Id, ended.Number, ended.State.Title, manifest.Entries, manifest.Head, Said(ended), target, hash, time.GetUtcNow(), null), null);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Why it is time, in words.</summary>
    public static string Said(EndedCase ended) => string.Create(
        CultureInfo.InvariantCulture,
        $"{ended.Standing.Zh}，{ended.Kept.Ended:yyyy-MM-dd}起；末次记载{ended.Kept.LastActed:yyyy-MM-dd}；保管{ended.Kept.For}（{ended.Kept.Source}），至{ended.Kept.Last:yyyy-MM-dd}");

    private static async Task<bool> IsWholeAsync(ArchivedCase archived, CancellationToken cancellationToken)
    {
        if (!File.Exists(archived.File))
        {
            return false;
        }

        await using var file = File.OpenRead(archived.File);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)) == archived.Sha256;
    }

    private static string FileName(string text) => string.Concat(text.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' ? c : '_'));
}
