using System.Text;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;

namespace ZoneFlow.TestKit;

/// <summary>Documents and answers that an applicant would bring, made here.</summary>
public static class Papers
{
    /// <summary>The smallest PDF that real programs open, told apart by its title.</summary>
    public static byte[] Pdf(string title = "")
    {
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var body in (string[])
        [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>", $"<</Title<{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes("\uFEFF" + title))}>>>",
        ])
        {
            offsets.Add(pdf.Length);
            pdf.Append(null, $"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append("xref\n0 5\n0000000000 65535 f \n");
        offsets.ForEach(offset => pdf.Append(null, $"{offset:D10} 00000 n \n"));
        pdf.Append(null, $"trailer\n<</Size 5/Root 1 0 R/Info 4 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }

    /// <summary>辽宁's form filled in to the last field that must be, as the JSON interface takes it.</summary>
    public static IReadOnlyDictionary<string, object> LiaoningAnswers(int physical, int functional, int area)
    {
        var pack = ShippedPacks.Load("liaoning-2025").Pack!;
        var answers = pack.Form.Where(f => f.Required && !f.Kept).ToDictionary(f => f.Name, Answer, StringComparer.Ordinal);
        (answers["physical"], answers["functional"], answers["core-area"]) = (physical, functional, area);
        return answers;
    }

    private static object Answer(FieldRule field) => field.Type switch
    {
        FieldType.Text => "有",
        FieldType.Whole or FieldType.Number => 100,
        FieldType.YesNo => true,
        FieldType.Date => "2025-05-01",
        FieldType.Choice choice => choice.Options[0],
        FieldType.Table table => new[] { table.Columns.ToDictionary(c => c.Name, _ => "一家") },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
