using System.Diagnostics;
using ZoneFlow.Runtime.Documents;

namespace ZoneFlow.Server.Hosting;

/// <summary>A seal service behind a program of the office's own: it is given the letter and the place for its answer, and nothing else.</summary>
internal static class SealCommand
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <param name="settings">The program is called with two arguments: the letter (.docx) to read and the sealed file (.pdf) to write.</param>
    public static SealService Of(SealSettings settings) => settings.Command is { Length: > 0 } command
        ? new SealService((request, cancellationToken) => RunAsync(command, settings.Name ?? Path.GetFileName(command), request, cancellationToken))
        : SealService.None;

    private static async Task<SealedDocument> RunAsync(string command, string name, SealRequest request, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("zoneflow-seal-");
        try
        {
            var (letter, answer) = (Path.Combine(folder.FullName, "letter.docx"), Path.Combine(folder.FullName, "sealed.pdf"));
            await File.WriteAllBytesAsync(letter, request.Docx, cancellationToken);
            using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            late.CancelAfter(Longest);
            using var process = Process.Start(new ProcessStartInfo(command, [letter, answer]))!;
            try
            {
                await process.WaitForExitAsync(late.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw new IOException($"{name} did not answer in time.");
            }

            return process.ExitCode == 0 && File.Exists(answer)
                ? new SealedDocument(name, "sealed.pdf", await File.ReadAllBytesAsync(answer, cancellationToken))
                : throw new IOException($"{name} ended with {process.ExitCode} and no document.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
