using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Runtime.Migrating;

/// <summary>
/// Moves cases to another revision of their pack, by an explicit act: first what would change in each, then the change itself,
/// journalled case by case. A case that has no counterpart for something that lives in it stays, and says why.
/// </summary>
public sealed class Migrations(ICaseStore store, Cases cases, Rulebooks rulebooks, Registrar registrar, TimeProvider time)
{
    /// <summary>The revisions whose bytes are here, by pack and hash.</summary>
    public async Task<IReadOnlyList<PackRevision>> RevisionsAsync(CancellationToken cancellationToken)
    {
        var office = (await cases.FindAsync(Registrar.Office, cancellationToken))?.State;
        var journal = office is null ? [] : await store.JournalAsync(office.Id, 0, int.MaxValue, cancellationToken);
        return
        [
            .. journal.SelectMany(e => Journal.JournalText.Read(e.Bytes.Span).Changes).OfType<Change.PackPublished>().Select(c => c.Revision).Distinct(),
        ];
    }

    /// <summary>
    /// A published revision by what people write: <c>pack</c> for the one in use, <c>pack@hash</c> or the beginning of a hash. Null where
    /// none or several fit.
    /// </summary>
    public async Task<PackRevision?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var office = (await cases.FindAsync(Registrar.Office, cancellationToken))?.State.Office;
        if (office?.Packs.TryGetValue(name, out var inUse) == true)
        {
            return inUse;
        }

        var (pack, hash) = name.Split('@') is [var before, var after] ? (before, after) : (null, name);
        PackRevision[] found =
            [.. (await RevisionsAsync(cancellationToken)).Where(r => hash.Length >= 6 && r.Hash.StartsWith(hash, StringComparison.Ordinal) && (pack is null || pack == r.Pack))];
        return found is [var one] ? one : null;
    }

    /// <summary>What would happen to every case of the pack that is not under the revision yet, or to the one of a number; nothing is written.</summary>
    public async Task<IReadOnlyList<CaseMigration>> PlanAsync(PackRevision to, RevisionMap map, string? number, CancellationToken cancellationToken) =>
        await EachAsync(to, number, (state, rules) => Task.FromResult(Plan(state, rules, to, map)), cancellationToken);

    /// <summary>Moves them. What has moved or was refused is answered; doing it again does nothing twice.</summary>
    public async Task<IReadOnlyList<CaseMigration>> MoveAsync(PackRevision to, RevisionMap map, string? number, Actor by, CancellationToken cancellationToken) =>
        await EachAsync(
            to, number,
            async (state, rules) =>
            {
                var planned = Plan(state, rules, to, map);
                var answer = await cases.SendAsync(
                    new SignalRequest(registrar.NewSignal(), state.Id, time.GetUtcNow(), by, new SignalBody.MoveToPack(to, map), []), cancellationToken);
                return planned with { Refusal = answer.Refusal, Differences = answer.Accepted ? planned.Differences : [] };
            },
            cancellationToken);

    private async Task<IReadOnlyList<CaseMigration>> EachAsync(
        PackRevision to, string? number, Func<CaseState, Rulebook, Task<CaseMigration>> each, CancellationToken cancellationToken)
    {
        var next = (await rulebooks.ForAsync(to, cancellationToken)).Policy;
        var all = new List<CaseMigration>();
        await foreach (var id in AllCases.OfAsync(store, cancellationToken))
        {
            try
            {
                if (await cases.FindAsync(id, cancellationToken) is var (state, rules) && state.Pack.Pack == to.Pack && state.Pack != to
                    && (number is null || state.Number == number))
                {
                    all.Add(await each(state, rules with { Next = next }));
                }
            }
            catch (CaseParkedException parked)
            {
                var (zh, en) = ($"该卷宗已暂停：{parked.Message}", $"The case is parked: {parked.Message}");
                all.Add(new CaseMigration(id, "", id.Value, id.Value, default, new Refusal("parked", zh, en), []));
            }
        }

        return all;
    }

    private CaseMigration Plan(CaseState state, Rulebook rules, PackRevision to, RevisionMap map)
    {
        var at = time.GetUtcNow() is var now && now > state.LastAt ? now : state.LastAt;
        var decision = Lifecycle.Decide(rules, state, Signal.By(registrar.NewSignal(), state.Id, at, Actor.System, new SignalBody.MoveToPack(to, map)));
        var planned = new CaseMigration(state.Id, state.Kind, state.Number, state.Title, state.Pack, decision.Refusal, []);
        return decision.Accepted ? planned with { Differences = [.. Differences(rules, state, decision, map)] } : planned;
    }

    private static IEnumerable<Label> Differences(Rulebook rules, CaseState before, Decision decision, RevisionMap map)
    {
        var (was, next, after) = (rules.Policy, rules.Next!, decision.State!);
        var (old, @new) = (was.Cases[before.Kind].Standing(before.Standing).Label, next.Cases[after.Kind].Standing(after.Standing).Label);
        if (old != @new)
        {
            yield return new Label($"状态“{old.Zh}”→“{@new.Zh}”", $"standing \"{En(old)}\" → \"{En(@new)}\"");
        }

        foreach (var procedure in before.Procedures)
        {
            if (after.Procedure(map.ProcedureId(procedure.Id)) is not { } then)
            {
                continue;
            }

            var (rule, stage) = (was.Procedure(procedure.Name), was.Procedure(procedure.Name).Stage(procedure.Stage));
            var thenStage = next.Procedure(then.Name).Stages.FirstOrDefault(s => s.Name == then.Stage);
            yield return new Label(
                $"“{rule.Label.Zh}”：环节“{stage.Label.Zh}”→“{thenStage?.Label.Zh ?? then.Stage}”{Date(procedure.Due, then.Due, "期限", "不变")}",
                $"\"{En(rule.Label)}\": stage \"{En(stage.Label)}\" → \"{(thenStage is null ? then.Stage : En(thenStage.Label))}\"{Date(procedure.Due, then.Due, "due", "stays")}");
        }

        foreach (var change in decision.Entries.SelectMany(e => e.Changes))
        {
            if (change is Change.MovedToPack { Spared.IsEmpty: false } or Change.MarkSet or Change.OccurrenceOpened or Change.OccurrenceClosed
                || change is Change.DeadlineMoved { Because: "pack" } moved && before.Occurrences.Any(o => map.OccurrenceId(o.Id) == moved.Deadline))
            {
                yield return Narration.Of(next, change);
            }
        }
    }

    private static string Date(Deadline? was, Deadline? now, string due, string stays) => (was?.Last, now?.Last) switch
    {
        (null, null) => "",
        (null, { } then) => $"，{due} {then:yyyy-MM-dd}",
        ({ } then, null) => $"，{due} {then:yyyy-MM-dd} → —",
        ({ } old, { } then) when old == then => $"，{due} {then:yyyy-MM-dd} {stays}",
        ({ } old, { } then) => $"，{due} {old:yyyy-MM-dd} → {then:yyyy-MM-dd}",
    };

    private static string En(Label label) => label.En ?? label.Zh;
}
