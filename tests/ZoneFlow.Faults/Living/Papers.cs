using System.Collections.Immutable;
using System.Text;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.Runtime.Journal;

namespace ZoneFlow.Faults.Living;

/// <summary>What people bring to an action: mostly right, now and then wrong or missing.</summary>
internal sealed class Papers(Pack pack, Random chance)
{
    public async Task<SignalBody> ActAsync(Installation shell, CaseState state, Offer offer, Confiding confiding, IReadOnlyList<CaseId> rounds, DateOnly today)
    {
        var transition = offer.Transition;
        var documents = ImmutableArray.CreateBuilder<FiledDocument>();
        foreach (var slot in Chance(4) ? [] : transition.Needs)
        {
            documents.Add(await FiledAsync(shell, slot, confiding));
        }

        return new SignalBody.Act(
            offer.Procedure?.Id,
            Chance(3) ? 1 : offer.Procedure?.Visit ?? 0,
            offer.Action,
            transition.Ask.Where(_ => !Chance(3)).ToImmutableSortedDictionary(f => f.Name, f => Answer(state, f, rounds, today), StringComparer.Ordinal),
            Chance(4) ? null : confiding.Take("reason", "事出有因"),
            Chance(3) ? [] : [.. pack.CriteriaOf(transition.Judges).Select(c => c.Name)],
            documents.ToImmutable());
    }

    public ImmutableSortedDictionary<string, FieldValue> Form(DateOnly today)
    {
        var answers = FormFiller.Fill(pack, today, ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal));
        foreach (var field in pack.Form.Where(f => answers.ContainsKey(f.Name) && f.Type is FieldType.Whole or FieldType.Number && !f.Private))
        {
            answers = answers.SetItem(field.Name, new FieldValue.Number(field.Type switch
            {
                FieldType.Whole whole => Math.Clamp(chance.Next(Chance(5) ? 1 : 50, 1000), whole.Least, whole.Most),
                FieldType.Number number => Math.Clamp(chance.Next(800, 2000), number.Least, number.Most),
                _ => 1,
            }));
        }

        return answers;
    }

    /// <summary>Uploads a document as a page does: stored before the case hears of it.</summary>
    public async Task<FiledDocument> FiledAsync(Installation shell, string slot, Confiding confiding)
    {
        var bytes = Encoding.UTF8.GetBytes($"%PDF-1.4 {slot} {chance.Next(1000)}");
        var stored = await shell.Documents.PutAsync(new MemoryStream(bytes), 1 << 20, CancellationToken.None);
        shell.CrashPoint(Runtime.Shell.CrashPoints.DocumentStored);
        return new FiledDocument(slot, 0, stored.Hash, confiding.Take("file-name", $"{slot}.pdf"), "application/pdf", stored.Length);
    }

    private FieldValue Answer(CaseState state, FieldRule field, IReadOnlyList<CaseId> rounds, DateOnly today) => field.Type switch
    {
        // What is still to come is given some weeks, or a call's window would be over before anybody applied.
        FieldType.Date { NotBefore: "today" } => new FieldValue.Day(today.AddDays(chance.Next(10, 60))),
        FieldType.Date date => new FieldValue.Day(Later(today.AddDays(-chance.Next(Chance(10) ? 90 : 3)), date.NotBefore, state)),
        FieldType.Choice choice => new FieldValue.Text(Pick(choice.Options)),
        FieldType.Several several => new FieldValue.Many([Pick(several.Options)]),
        FieldType.Span span => new FieldValue.Span(Chance(30) ? Period.Parse("9mo") : span.Preset),
        FieldType.Case => new FieldValue.Text(rounds.Count == 0 ? "round-0" : Chance(10) ? Pick(rounds).Value : rounds[^1].Value),
        FieldType.Items items => new FieldValue.Many([.. state.Items.Where(i => i.State == items.State && !Chance(20)).Select(i => i.Key)]),
        FieldType.Whole whole => new FieldValue.Number(Math.Clamp(chance.Next(1, 100), whole.Least, whole.Most)),
        FieldType.Number number => new FieldValue.Number(Math.Clamp(chance.Next(1, 100), number.Least, number.Most)),
        FieldType.YesNo => new FieldValue.Flag(Chance(50)),
        FieldType.Money => new FieldValue.Number(1000),
        _ => new FieldValue.Text("甲"),
    };

    private static DateOnly Later(DateOnly day, string? mark, CaseState state) =>
        mark is not null && state.Marks.TryGetValue(mark, out var set) && set.Date > day ? set.Date : day;

    private bool Chance(int percent) => chance.Next(100) < percent;

    private T Pick<T>(IReadOnlyList<T> all) => all[chance.Next(all.Count)];
}
