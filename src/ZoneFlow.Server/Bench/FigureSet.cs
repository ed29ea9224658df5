using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ZoneFlow.Server.Bench;

/// <summary>One measured or given value, by its plain name.</summary>
/// <param name="Note">What it was measured against or how; shown in the table only.</param>
internal sealed record Figure(string Name, object Value, string Note = "")
{
    public string Text => Value switch
    {
        double number => number.ToString(Math.Abs(number) >= 100 ? "#,0" : "0.###", CultureInfo.InvariantCulture),
        long number => number.ToString("#,0", CultureInfo.InvariantCulture),
        int number => number.ToString("#,0", CultureInfo.InvariantCulture),
        _ => Value.ToString()!,
    };
}

/// <summary>What one run of one workload came to.</summary>
internal sealed record FigureSet(string Workload, ImmutableArray<Figure> Figures)
{
    /// <summary>A table for people.</summary>
    public void WriteTable(TextWriter output)
    {
        output.WriteLine(Workload);
        var (name, value) = (Figures.Max(f => f.Name.Length), Figures.Max(f => f.Text.Length));
        foreach (var figure in Figures)
        {
            output.WriteLine($"  {figure.Name.PadRight(name)}  {figure.Text.PadLeft(value)}  {figure.Note}".TrimEnd());
        }

        output.WriteLine();
    }

    /// <summary>One JSON object on a line of its own.</summary>
    public void WriteJson(TextWriter output)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("workload", Workload);
            foreach (var figure in Figures)
            {
                Write(json, figure);
            }

            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(bytes.ToArray()));
    }

    private static void Write(Utf8JsonWriter json, Figure figure)
    {
        switch (figure.Value)
        {
            case double number:
                json.WriteNumber(figure.Name, Math.Round(number, 4));
                break;
            case long number:
                json.WriteNumber(figure.Name, number);
                break;
            case int number:
                json.WriteNumber(figure.Name, number);
                break;
            default:
                json.WriteString(figure.Name, figure.Text);
                break;
        }
    }
}
