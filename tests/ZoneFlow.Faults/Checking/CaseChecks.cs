using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Faults.Simulated;
using ZoneFlow.Runtime.Journal;

namespace ZoneFlow.Faults.Checking;

/// <summary>One case, followed entry by entry as the disk has it.</summary>
internal sealed class CaseChecks(CaseId id, Pack? pack, DateChecks dates)
{
    private readonly StageWalk? _walk = pack is null ? null : new StageWalk(pack);
    private readonly HashSet<string> _once = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateOnly> _notices = new(StringComparer.Ordinal);
    private ReadOnlyMemory<byte> _head = Chain.Start;
    private DateTimeOffset _last = DateTimeOffset.MinValue;
    private long _read;

    // The fold as it was at the version that the stored state says it is of.
    private byte[] _stored = [];

    public CaseState? State { get; private set; }

    public List<Change.MessageSent> Sent { get; } = [];

    public List<Change.MessageHeard> Heard { get; } = [];

    /// <summary>The documents that the journal names.</summary>
    public HashSet<ContentHash> Documents { get; } = [];

    /// <summary>Signals that stand in the journal as a cause.</summary>
    public List<string> Causes { get; } = [];

    public void Read(StoredLife life)
    {
        Broken.If(life.Version != life.Journal.Count, $"{id} stands at version {life.Version} with {life.Journal.Count} entries.");
        Broken.If(life.Journal.Count < _read, $"{id} has lost entries.");
        Causes.Clear();
        for (; _read < life.Journal.Count; _read++)
        {
            var stored = life.Journal[(int)_read];
            Broken.If(
                stored.Sequence != _read + 1 || !stored.Previous.Span.SequenceEqual(_head.Span)
                || !stored.Hash.Span.SequenceEqual(Chain.Hash(id, stored.Sequence, stored.Previous.Span, stored.Bytes.Span)),
                $"The chain of {id} breaks at {_read + 1}.");
            _head = stored.Hash;
            Read(JournalText.Read(stored.Bytes.Span));
            if (stored.Sequence == life.StateVersion)
            {
                _stored = JournalText.Write(State!);
            }
        }

        Broken.If(!life.Head.Span.SequenceEqual(_head.Span), $"The head of {id} is not its last entry's hash.");
        Broken.If(!life.State.Span.SequenceEqual(_stored), $"The state of {id} is not the fold of its journal.");
        Places(State!);
    }

    private void Read(Entry entry)
    {
        Broken.If(entry.At < _last, $"{id}/{entry.Sequence} is earlier than the entry before it.");
        Broken.If(entry.Changes.IsEmpty, $"{id}/{entry.Sequence} says nothing.");
        _last = entry.At;
        if (!entry.Cause.StartsWith("timer:", StringComparison.Ordinal))
        {
            Causes.Add(entry.Cause);
            Once($"signal {entry.Cause}");
        }

        foreach (var change in entry.Changes)
        {
            Read(entry, change);
        }

        _walk?.Read(entry);
        State = Lifecycle.Apply(id, State, entry);
    }

    private void Read(Entry entry, Change change)
    {
        switch (change)
        {
            case Change.DeadlineSet { Due: { } due }:
                dates.Check(due);
                break;
            case Change.DeadlineMoved c:
                Broken.If(c.Now.Printed > c.Now.Last, $"{c.Deadline} was published until {c.Now.Printed} and moved to {c.Now.Last}.");
                dates.Check(c.Now);
                break;
            case Change.OccurrenceOpened c:
                dates.Check(c.Occurrence.Due);
                Once($"occurrence {c.Occurrence.Id}");
                break;
            case Change.ReminderFellDue c:
                Once($"rung {c.Deadline} {c.Rung} {LastOf(c.Deadline)}");
                break;
            case Change.DeadlineMissed c:
                Once($"miss {c.Deadline} {LastOf(c.Deadline)}");
                break;
            case Change.DeadlineEscalated c:
                Once($"escalation {c.Deadline} {LastOf(c.Deadline)}");
                break;
            case Change.MessageSent c:
                Once($"sent {c.To} {c.Sequence}");
                Sent.Add(c);
                break;
            case Change.MessageHeard c:
                Broken.If(
                    c.Sequence != 1 && !_once.Contains($"heard {c.From} {c.Sequence - 1}"), $"{id} heard {c.Say} of {c.From} before the one that came first.");
                Once($"heard {c.From} {c.Sequence}");
                Heard.Add(c);
                break;
            case Change.StandingChanged c:
                Standing(entry, c);
                break;
            case Change.OutcomeApplied or Change.BanImposed:
                Broken.If(entry.Actor.How == SignedIn.System && State!.Kind == CaseKinds.Zone, $"{id}: {change} by nobody.");
                break;
            case Change.NoticePublished c:
                _notices[c.Procedure] = c.Last;
                break;
            case Change.NoticeEntryClosed c:
                Closed(entry, c.Procedure);
                break;
            case Change.StageEntered c when entry.Actor.How == SignedIn.System && _notices.ContainsKey(c.Procedure):
                Closed(entry, c.Procedure);
                _notices.Remove(c.Procedure);
                break;
            case Change.ObjectionReceived c:
                Broken.If(
                    entry.ReceivedAt >= CivilDate.StartOf(State!.Procedure(c.Procedure)!.Due!.Last.AddDays(1)), $"{id}: an objection was taken after the end.");
                break;
            case Change.DocumentFiled c:
                Documents.Add(c.Document.Content);
                break;
        }
    }

    private void Standing(Entry entry, Change.StandingChanged changed)
    {
        Broken.If(State!.Standing != changed.From, $"{id} went from {changed.From} to {changed.To} while it stood at {State.Standing}.");
        var rule = pack!.Cases[State.Kind];
        Broken.If(rule.Standing(changed.From).Final, $"{id} left the final standing {changed.From}.");
        Broken.If(rule.Standings.All(s => s.Name != changed.To), $"{id} went to {changed.To}, which the pack does not know.");
        Broken.If(
            entry.Actor.How == SignedIn.System && State.Kind == CaseKinds.Zone && entry.Cause.StartsWith("timer:", StringComparison.Ordinal),
            $"{id} went to {changed.To} by the passing of time.");
    }

    // What a public period sets off waits for its whole last day, however the calendar moves meanwhile.
    private void Closed(Entry entry, string procedure)
    {
        if (_notices.TryGetValue(procedure, out var last))
        {
            Broken.If(entry.At < CivilDate.StartOf(last.AddDays(1)), $"{id}: {procedure} went on at {entry.At:O}, before its published end {last}.");
        }
    }

    private DateOnly? LastOf(string deadline) =>
        State!.Procedures.Select(p => p.Due).Concat(State.Occurrences.Select(o => (Deadline?)o.Due)).FirstOrDefault(d => d?.Id == deadline)?.Last;

    private void Once(string what) => Broken.If(!_once.Add(what), $"{id} has this twice: {what}.");

    private void Places(CaseState state)
    {
        if (_walk is null)
        {
            return;
        }

        var walked = string.Join(", ", _walk.Places.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}:{p.Value.Stage}/{p.Value.Visit}"));
        var stands = string.Join(", ", state.Procedures.OrderBy(p => p.Id, StringComparer.Ordinal).Select(p => $"{p.Id}:{p.Stage}/{p.Visit}"));
        Broken.If(walked != stands, $"{id} stands at {stands}; walked through the pack it is at {walked}.");
    }
}
