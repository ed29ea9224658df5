using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Faults.Simulated;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Projection;

namespace ZoneFlow.Faults.Checking;

/// <summary>What must hold of the whole installation: after every step what costs little, and once it has come to rest the rest.</summary>
internal sealed class LifeChecks(SimulatedDisk disk, SimulatedMail mail, Pack pack, Promises promises)
{
    private readonly Dictionary<string, CaseChecks> _cases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _causes = new(StringComparer.Ordinal);
    private int _mailsSeen;

    public DateChecks Dates { get; } = new();

    public IReadOnlyDictionary<string, CaseChecks> Cases => _cases;

    /// <summary>After every step: the cases that were written to, and the mails that have left.</summary>
    public void Step()
    {
        foreach (var id in disk.Touched)
        {
            var life = disk.Cases[id];
            if (!_cases.TryGetValue(id, out var checks))
            {
                _cases[id] = checks = new CaseChecks(life.Id, life.Kind is CaseKinds.Party or CaseKinds.Office ? null : pack, Dates);
            }

            checks.Read(life);
            foreach (var cause in checks.Causes)
            {
                Broken.If(!_causes.TryAdd(cause, id), $"The signal {cause} stands in the journal of {id} and of {_causes.GetValueOrDefault(cause)}.");
            }

            Broken.If(life.Parked is not null, $"{id} is parked: {life.Parked}.");
        }

        disk.Touched.Clear();
        for (; _mailsSeen < mail.Sent.Count; _mailsSeen++)
        {
            var effect = mail.Sent[_mailsSeen].Subject.Split(' ')[1];
            Broken.If(!disk.EveryEffect.ContainsKey(effect), $"A mail left for {effect}, which no commit has decided.");
        }
    }

    /// <summary>Once nothing is under way, nothing goes wrong any more and all that is due has been run.</summary>
    public void AtRest(Rulebook rules, DateTimeOffset now, Func<Effect.Tell, IReadOnlyList<PersonId>> audience, bool calm)
    {
        promises.Check();
        foreach (var (id, checks) in _cases)
        {
            var life = disk.Cases[id];
            Due(life, checks.State!, rules, now);
            Rows(life, checks.State!);
            foreach (var sent in checks.Sent)
            {
                Broken.If(
                    !_cases.TryGetValue(sent.To.Value, out var other) || other.Heard.Count(h => h.From.Value == id && h.Sequence == sent.Sequence) != 1,
                    $"{sent.To} never heard {sent.Say} ({sent.Sequence}) of {id}.");
            }

            foreach (var document in checks.Documents)
            {
                Broken.If(!disk.Documents.ContainsKey(document.Value), $"{id} names the document {document}, which is not stored.");
            }
        }

        Mails(audience, calm);
        Claims();
    }

    private void Due(StoredLife life, CaseState state, Rulebook rules, DateTimeOffset now)
    {
        if (life.Kind is CaseKinds.Party or CaseKinds.Office)
        {
            return;
        }

        var next = Lifecycle.NextDue(rules, state);
        Broken.If(next <= now, $"{life.Id} was due at {next:O} and it is {now:O}.");
        Broken.If(next is not null && (life.Due is null || life.Due > SimulatedDisk.Kept(next)), $"{life.Id} is next due at {next:O}; the disk says {life.Due:O}.");
        foreach (var procedure in state.Procedures)
        {
            var holders = StageHolders.Of(pack, state, procedure);
            var stage = pack.Procedure(procedure.Name).Stage(procedure.Stage);
            Broken.If(holders.IsEmpty && stage is StageRule.Task, $"{life.Id}: nobody holds {procedure.Id} at {procedure.Stage}.");
            Broken.If(NextOf(procedure, state, rules) is null, $"{life.Id}: {procedure.Id} at {procedure.Stage} is never spoken of again.");
        }
    }

    // When something next happens by itself to a procedure, were it the only one.
    private DateTimeOffset? NextOf(Procedure procedure, CaseState state, Rulebook rules)
    {
        var owed = state.Occurrences.Where(o => o.Id == procedure.Occurrence).ToImmutableArray();
        var alone = pack with { Duties = [.. pack.Duties.Where(d => owed.Any(o => o.Duty == d.Name))] };
        return Lifecycle.NextDue(new Rulebook(alone, rules.Calendar, rules.Opening), state with { Procedures = [procedure], Occurrences = owed });
    }

    // The read model is derived: made again from the state it must come out as it lies on the disk.
    private void Rows(StoredLife life, CaseState state)
    {
        var derived = ReadModel.Of(life.Kind is CaseKinds.Party or CaseKinds.Office ? null : pack, state);
        var keys = derived.Select(r => r.Key).ToHashSet();
        foreach (var row in derived)
        {
            Broken.If(
                !disk.Index(row.Index, row.Partition).TryGetValue(row.Sort, out var kept) || kept != row, $"{life.Id}: the row {row.Key} is not as its state says.");
        }

        foreach (var row in disk.Indexes.Values.SelectMany(i => i.Values).Where(r => r.Case == life.Id && r.Index is not (Indexes.Notices or Indexes.Announcements or Indexes.Done or Indexes.Reminders)))
        {
            Broken.If(!keys.Contains(row.Key), $"{life.Id}: the row {row.Key} should have gone.");
        }
    }

    private void Mails(Func<Effect.Tell, IReadOnlyList<PersonId>> audience, bool calm)
    {
        var waiting = disk.Outbox.Values.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var effect in disk.EveryEffect.Values.Where(e => e.Kind == "tell" && !waiting.Contains(e.Id)))
        {
            var tell = (Effect.Tell)System.Text.Json.JsonSerializer.Deserialize(effect.Json, Runtime.Json.CaseJson.Stored.Effect)!;
            foreach (var person in audience(tell))
            {
                var id = MessageId.ForKey($"mail|{effect.Id}|{person}", "zones.example.cn").Value;
                Broken.If(!mail.Left.ContainsKey(id), $"The mail {effect.Id} is done and never left for {person}.");
            }
        }

        Broken.If(calm && mail.Left.Values.Any(n => n > 1), $"A mail left twice on a calm day.");
    }

    private void Claims()
    {
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var state in _cases.Values.Select(c => c.State!).Where(s => s.Kind == CaseKinds.Zone))
        {
            Broken.If(!numbers.Add(state.Number), $"Two cases have the number {state.Number}.");
            var rule = pack.Cases[state.Kind];
            Broken.If(
                state.Standing != rule.Standings[0].Name && !rule.Standing(state.Standing).Final && !names.Add(Runtime.Shell.Claims.Name(pack.Id, state.Title)),
                $"Two zones have the name {state.Title}.");
        }
    }
}
