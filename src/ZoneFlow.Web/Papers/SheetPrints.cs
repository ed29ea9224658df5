using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Papers;

/// <summary>
/// A case's application form as a paper, under a code of its own: it follows from the case and from every answer, so that a print of
/// another case, or of other answers, has another.
/// </summary>
public sealed class SheetPrints(LookUps lookUps, Dossiers dossiers, LookUpCodes codes)
{
    /// <returns>Null where the policy does not say how its form is printed, or nothing has been answered yet.</returns>
    public async Task<Paper?> OfAsync(Pack pack, CaseState state, CancellationToken cancellationToken)
    {
        if (pack.Sheet is not { } sheet || state.Kind != CaseKinds.Zone)
        {
            return null;
        }

        var answers = await lookUps.AnswersAsync(state.Id, cancellationToken);
        if (answers.Count == 0)
        {
            return null;
        }

        var texts = await dossiers.TextsAsync(state.Id, cancellationToken);
        return new SheetPapers(pack, sheet, answers, secret => Dossiers.Text(texts, secret)).Of(Spaced(await codes.PrintAsync(state.Id, Digest(answers), cancellationToken)));
    }

    /// <summary>The code as it is printed, in two halves.</summary>
    private static string Spaced(string code) => $"{code[..5]}-{code[5..]}";

    private static string Digest(ImmutableSortedDictionary<string, FieldValue> answers)
    {
        var text = new StringBuilder();
        foreach (var (field, value) in answers)
        {
            var words = value switch
            {
                FieldValue.Private secret => secret.Value.Digest,
                FieldValue.Table table => string.Join('\n', table.Rows.Select(r => string.Join('\t', r))),
                _ => value.ToString() ?? "",
            };
            text.Append(field.Length).Append(':').Append(field).Append(words.Length).Append(':').Append(words);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
