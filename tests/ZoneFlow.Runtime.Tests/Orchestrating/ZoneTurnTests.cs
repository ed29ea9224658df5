using ZoneFlow.Runtime.Orchestrating;

namespace ZoneFlow.Runtime.Tests.Orchestrating;

/// <summary>The courier's next step, and that it asks the same again of every history that was ever written.</summary>
public sealed class ZoneTurnTests
{
    private static readonly ZoneStatus Status = new("Z2026-0001", "operating", "", null, null, null);
    private static readonly DateTime Next = new(2026, 3, 2, 4, 0, 0, DateTimeKind.Utc);

    public static TheoryData<string> Kept => [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Turns"), "*.turn").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Fact]
    public void After_ALook_TheStepIsWhatWasFound()
    {
        Assert.IsType<ZoneStep.End>(ZoneStep.After(new ZoneLook(false, ["a"], Next, Status)));
        Assert.Equal(new ZoneStep.Wait(Next), ZoneStep.After(new ZoneLook(true, [], Next, Status)));
        Assert.Equal(["a", "b"], Assert.IsType<ZoneStep.Run>(ZoneStep.After(new ZoneLook(true, ["a", "b"], Next, Status))).Effects.AsEnumerable());
    }

    [Theory]
    [InlineData(null, WakeUpStep.Start)]
    [InlineData("Running", WakeUpStep.Raise)]
    [InlineData("Pending", WakeUpStep.Raise)]
    [InlineData("Suspended", WakeUpStep.Raise)]
    [InlineData("Completed", WakeUpStep.Start)]
    [InlineData("Failed", WakeUpStep.Start)]
    [InlineData("Terminated", WakeUpStep.Start)]
    public void Waking_DependsOnWhetherTheInstanceLives(string? status, WakeUpStep step) => Assert.Equal(step, WakeUps.Of(status));

    /// <summary>
    /// Histories of this release, kept for ever: a line for each call with what it answered. An instance begun years ago is run
    /// through today's code after every restart, and whatever that asked then it must ask now, in the same order.
    /// </summary>
    [Theory]
    [MemberData(nameof(Kept))]
    public async Task Replaying_AHistoryOfARelease_AsksTheSame(string file)
    {
        var history = new Queue<string>(await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Turns", file)));
        await ZoneTurn.RunAsync(new ZoneCalls(
            () => Task.FromResult(LookOf(Expect("look"))),
            effect =>
            {
                Assert.Equal(effect, Expect("run"));
                return Task.CompletedTask;
            },
            until =>
            {
                Assert.Equal(until.ToString("O"), Expect("wait"));
                return Task.CompletedTask;
            },
            status => Assert.Equal(status.Number, Expect("show")),
            () => Assert.Equal("", Expect("again"))));

        Assert.Empty(history);

        string Expect(string call)
        {
            var parts = history.Dequeue().Split(' ', 2);
            Assert.Equal(call, parts[0]);
            return parts.ElementAtOrDefault(1) ?? "";
        }
    }

    private static ZoneLook LookOf(string answer)
    {
        var parts = answer.Split('|');
        return new ZoneLook(
            parts[0] == "there", parts[1].Length == 0 ? [] : [.. parts[1].Split(',')],
            DateTime.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.RoundtripKind), Status with { Number = parts[3] });
    }
}
