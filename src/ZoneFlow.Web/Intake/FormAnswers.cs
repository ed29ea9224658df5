using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Web.Intake;

/// <summary>Reads the application form as it was posted against what is saved: what is new, and what was emptied.</summary>
public static class FormAnswers
{
    /// <returns>The answers to save, and what is wrong with some; where any is, none is saved.</returns>
    public static (ImmutableSortedDictionary<string, FieldValue> Answers, ImmutableArray<RefusalDetail> Wrong) Read(
        IReadOnlyCollection<FieldRule> form, Typed typed, ImmutableSortedDictionary<string, FieldValue> saved,
        IReadOnlyDictionary<string, ConfidedText> texts, Confiding confiding)
    {
        // A private text that was not changed is not taken in again: under a new salt it would look like another.
        var changed = form.Where(f => !IsSame(typed, saved.GetValueOrDefault(f.Name), f.Name, texts)).ToList();
        var (answers, wrong) = FieldReader.Read(changed, typed, confiding);
        foreach (var field in changed.Where(f => !answers.ContainsKey(f.Name) && typed.Has(f.Name) && typed.One(f.Name) is null && IsGiven(saved, f.Name)))
        {
            if (field.Type is FieldType.Text && field is { Private: false, Kept: false })
            {
                answers = answers.SetItem(field.Name, new FieldValue.Text(""));
            }
            else if (wrong.All(w => w.Name != field.Name))
            {
                wrong = wrong.Add(new RefusalDetail(
                    field.Name, new Label("已保存的内容不能清空，请改填。", "What is saved cannot be emptied; enter something else."), field.Source));
            }
        }

        return (answers, wrong);
    }

    private static bool IsGiven(ImmutableSortedDictionary<string, FieldValue> saved, string name) =>
        saved.TryGetValue(name, out var value) && value is not FieldValue.Text { Value: "" };

    private static bool IsSame(Typed typed, FieldValue? saved, string name, IReadOnlyDictionary<string, ConfidedText> texts) =>
        saved is FieldValue.Private secret && texts.TryGetValue(secret.Value.Digest, out var text) && typed.One(name) == text.Text;
}
