using ZoneFlow.Core.Cases;
using ZoneFlow.Faults.Simulated;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Faults.Checking;

/// <summary>What callers have been told, and what that binds the installation to for ever.</summary>
internal sealed class Promises(SimulatedDisk disk)
{
    private readonly Dictionary<string, (CaseId Case, long Version)> _accepted = new(StringComparer.Ordinal);

    public int Accepted => _accepted.Count;

    public int Refused { get; private set; }

    public int Repeated { get; private set; }

    public void Told(SignalRequest request, Answer answer)
    {
        Repeated += answer.Repeated ? 1 : 0;
        if (answer.Refusal is not null)
        {
            Refused++;
            // A repeat under another body is told so; the first answer stands all the same.
            Broken.If(
                answer.Refusal.Rule != "id-reused" && _accepted.ContainsKey(request.Id.Value),
                $"{request.Id} was accepted and is now refused: {answer.Refusal.Rule}.");
            Broken.If(
                answer.Refusal.Rule != "id-reused" && disk.Answers.ContainsKey(request.Id.Value), $"{request.Id} was refused and stands as answered.");
            return;
        }

        if (!disk.Answers.TryGetValue(request.Id.Value, out var kept))
        {
            // Only what changed nothing may be accepted without being kept: a message heard before, the same answers again.
            Broken.If(request.Body is not (SignalBody.HearMessage or SignalBody.ReadCalendarAgain or SignalBody.MoveToPack or SignalBody.SaveAnswers),
                $"{request.Id} was accepted and is not on the disk.");
            return;
        }

        Broken.If(kept.Version != answer.Version, $"{request.Id} was answered with version {answer.Version} and is kept with {kept.Version}.");
        Broken.If(
            _accepted.TryGetValue(request.Id.Value, out var before) && before != (request.Case, answer.Version),
            $"{request.Id} was answered in two ways.");
        _accepted[request.Id.Value] = (request.Case, answer.Version);
    }

    /// <summary>Everything accepted is still there.</summary>
    public void Check()
    {
        foreach (var (signal, (id, version)) in _accepted)
        {
            Broken.If(
                !disk.Answers.TryGetValue(signal, out var kept) || kept.Case != id || kept.Version != version, $"The accepted signal {signal} is lost.");
            Broken.If(disk.Find(id) is not { } life || life.Journal.Count < version, $"The entry of the accepted signal {signal} is lost.");
        }
    }
}
