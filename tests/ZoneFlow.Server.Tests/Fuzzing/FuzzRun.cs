using System.Diagnostics;
using System.Globalization;
using System.Text;
using ZoneFlow.TestKit;

namespace ZoneFlow.Server.Tests.Fuzzing;

/// <summary>
/// How many inputs a run makes: a sample by default, a million altogether in a full run, or as many as ZONEFLOW_FUZZ says, with
/// ZONEFLOW_FUZZ_SEED for another course.
/// </summary>
internal static class FuzzRun
{
    private const int Tries = 3;
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(10);

    public static ulong Seed { get; } = ulong.TryParse(Environment.GetEnvironmentVariable("ZONEFLOW_FUZZ_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : 1;

    /// <param name="thousandths">This target's share of all inputs.</param>
    public static int Inputs(int thousandths) =>
        (int)((long.TryParse(Environment.GetEnvironmentVariable("ZONEFLOW_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var all)
            ? all : RunSize.Of(10_000, 1_000_000)) * thousandths / 1_000);

    /// <summary>The inputs kept for a target: seeds and what was once found.</summary>
    public static IReadOnlyList<byte[]> Corpus(string target) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Fuzzing", "Corpora", target)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes),
    ];

    /// <summary>Puts the corpus as it is, and then spoilt, before something that must neither throw nor hang.</summary>
    public static void Try(string target, int thousandths, IReadOnlyList<byte[]> corpus, Action<byte[]> taken)
    {
        var mutator = new Mutator(Seed, corpus);
        var clock = new Stopwatch();
        var inputs = Inputs(thousandths);
        for (var n = 0; n < corpus.Count + inputs; n++)
        {
            var input = n < corpus.Count ? corpus[n] : mutator.Next();
            // A machine that stood still meanwhile is no finding: what is slow is slow again.
            var tries = 0;
            do
            {
                clock.Restart();
                try
                {
                    taken(input);
                }
                catch (Exception error)
                {
                    throw new InvalidOperationException($"{target}, input {n}: {error.Message}\n{Show(input)}", error);
                }
            }
            while (clock.Elapsed > Hang && ++tries < Tries);

            if (tries == Tries)
            {
                throw new TimeoutException($"{target}, input {n} took {clock.Elapsed}:\n{Show(input)}");
            }
        }
    }

    public static string Show(byte[] input) => $"base64 {Convert.ToBase64String(input.AsSpan(0, Math.Min(input.Length, 6_000)))}\n{Encoding.UTF8.GetString(input.AsSpan(0, Math.Min(input.Length, 500)))}";
}
