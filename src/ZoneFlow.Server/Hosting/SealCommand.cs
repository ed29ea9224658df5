using System.Diagnostics;
using ZoneFlow.Runtime.Documents;

namespace ZoneFlow.Server.Hosting;

/// <summary>A seal service behind a program of the office's own: it is given the letter and the place for its answer, and nothing else.</summary>
internal static class SealCommand
{
    private const int MostBytes = 16 << 20;
    private const int Digest = 64;

    /// <param name="settings">
    /// The program is called with two arguments: the letter (.docx) to read and the sealed file (.pdf) to write. It prints the SHA-256 of the
    /// letter that it sealed first of all, as sha256sum does, and ends with 0.
    /// </param>
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
            using var process = Process.Start(new ProcessStartInfo(command, [letter, answer]) { RedirectStandardOutput = true })!;
            var said = new char[Digest];
            try
            {
                var count = await process.StandardOutput.ReadBlockAsync(said, cancellationToken);
                await process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
                await process.WaitForExitAsync(cancellationToken);
                Array.Resize(ref said, count);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
                throw new IOException($"{name} did not answer in time.");
            }

            return process.ExitCode == 0 && new FileInfo(answer) is { Exists: true, Length: <= MostBytes }
                ? new SealedDocument(name, new string(said), "sealed.pdf", await File.ReadAllBytesAsync(answer, cancellationToken))
                : throw new IOException($"{name} ended with {process.ExitCode} and no document of a usable size.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
