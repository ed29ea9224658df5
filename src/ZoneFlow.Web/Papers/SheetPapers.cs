using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Papers;

/// <summary>The policy's own 申报书 or 申请书, filled in from the answers. What is not answered stays blank, to be written by hand.</summary>
public sealed class SheetPapers(Pack pack, SheetRule sheet, IReadOnlyDictionary<string, FieldValue> answers, Func<Confided, string?> texts)
{
    private const string Empty = "□";
    private const string Ticked = "☑";
    private readonly Dictionary<string, FieldRule> _fields = pack.Form.ToDictionary(f => f.Name, StringComparer.Ordinal);

    public Paper Of(string? code) => new(PaperFormat.Form, pack.Issuer, null, sheet.Title, null, [.. sheet.Parts.SelectMany(Blocks)])
    {
        Cover = new PaperCover([.. sheet.Cover.Select(l => new PaperCoverLine(l.Label, Fill(l.Text), l.After, l.Beside))], sheet.Foot),
        Code = code,
    };

    private IEnumerable<PaperBlock> Blocks(SheetPart part)
    {
        if (part.Heading is { } heading)
        {
            yield return new PaperBlock.Heading(heading);
        }

        yield return new PaperBlock.Table(part.Columns, [.. part.Rows.SelectMany(Rows)]);
    }

    private IEnumerable<ImmutableArray<PaperCell>> Rows(SheetRow row) => row switch
    {
        SheetRow.Cells cells => [[.. cells.Of.Select(Cell)]],
        SheetRow.Entries entries => Entries(entries),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private PaperCell Cell(SheetCell cell)
    {
        var text = cell.Choices is { } choices ? [Choices(choices, cell.Note)] : Lines(Fill(cell.Text));
        var label = cell is { Choices: null, Sealed: false } && !LetterRule.PlaceholdersIn(cell.Text).Any();
        return new PaperCell(text, label, cell.Wide, cell.Tall, cell.Lines, cell.Sealed);
    }

    private IEnumerable<ImmutableArray<PaperCell>> Entries(SheetRow.Entries entries)
    {
        var columns = ((FieldType.Table)_fields[entries.Field].Type).Columns;
        var given = answers.GetValueOrDefault(entries.Field) is FieldValue.Table table ? table.Rows : [];
        var count = Math.Max(given.Length, entries.Least);
        if (entries.Beside is null)
        {
            yield return [.. columns.Select((c, i) => new PaperCell([c.Label.Zh], true, entries.Wide[i], 1, 1, false))];
        }

        for (var i = 0; i < count; i++)
        {
            var row = i < given.Length ? given[i] : [];
            yield return
            [
                .. i == 0 && entries.Beside is { } beside ? [new PaperCell(Lines(beside.Text), true, beside.Wide, count, 1, false)] : Array.Empty<PaperCell>(),
                .. entries.Wide.Select((wide, c) => new PaperCell([c < row.Length ? Typography.Text(row[c]) : ""], false, wide, 1, 1, false)),
            ];
        }
    }

    private string Fill(string text)
    {
        foreach (var field in LetterRule.PlaceholdersIn(text).ToList())
        {
            text = text.Replace($"{{{field}}}", Value(field), StringComparison.Ordinal);
        }

        return text;
    }

    private string Value(string field) => answers.GetValueOrDefault(field) switch
    {
        null => "",
        FieldValue.Private secret => Typography.Text(texts(secret.Value) ?? ""),
        FieldValue.Flag flag => flag.Value ? $"是{Ticked}　否{Empty}" : $"是{Empty}　否{Ticked}",
        FieldValue.Number number when _fields[field].Type is FieldType.Money => Typography.Amount(number.Value),
        FieldValue.Day day => Typography.Date(day.Value),
        { } value => Typography.Text(value.ToString() ?? ""),
    };

    private string Choices(string field, string? note)
    {
        var options = _fields[field].Type switch
        {
            FieldType.Choice c => c.Options,
            FieldType.Several s => s.Options,
            _ => [],
        };
        var chosen = answers.GetValueOrDefault(field) switch
        {
            FieldValue.Many many => many.Values,
            { } one => [one.ToString() ?? ""],
            null => [],
        };
        return string.Join('　', options.Select((option, i) => note is not null && i == options.Length - 1
            ? $"{i + 1}.{option}（请注明）{(chosen.Contains(option) ? Ticked + Value(note) : "")}"
            : $"{i + 1}.{option}{(chosen.Contains(option) ? Ticked : Empty)}"));
    }

    private static ImmutableArray<string> Lines(string text) => [.. text.Split('\n')];
}
