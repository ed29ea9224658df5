using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ZoneFlow.Core.Calendars;

namespace ZoneFlow.Core.Cases;

/// <summary>An answer on a form or an input of an action, already of its field's type.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Number), "number")]
[JsonDerivedType(typeof(Flag), "flag")]
[JsonDerivedType(typeof(Day), "day")]
[JsonDerivedType(typeof(Many), "many")]
[JsonDerivedType(typeof(Span), "span")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(Measures), "measures")]
[JsonDerivedType(typeof(Private), "private")]
public abstract record FieldValue
{
    private FieldValue()
    {
    }

    public sealed record Text(string Value) : FieldValue
    {
        public override string ToString() => Value;
    }

    public sealed record Number(decimal Value) : FieldValue
    {
        public override string ToString() => Value.ToString("0.############################", null);
    }

    public sealed record Flag(bool Value) : FieldValue
    {
        public override string ToString() => Value ? "yes" : "no";
    }

    public sealed record Day(DateOnly Value) : FieldValue
    {
        public override string ToString() => Value.ToString("yyyy-MM-dd", null);
    }

    public sealed record Many(ImmutableArray<string> Values) : FieldValue
    {
        public override string ToString() => string.Join('、', Values);

        public bool Equals(Many? other) => other is not null && Values.SequenceEqual(other.Values);

        public override int GetHashCode() => Values.Length;
    }

    public sealed record Span(Period Value) : FieldValue
    {
        public override string ToString() => Value.ToString();
    }

    /// <summary>Rows of texts in the order of the field's columns.</summary>
    public sealed record Table(ImmutableArray<ImmutableArray<string>> Rows) : FieldValue
    {
        public override string ToString() => string.Join('、', Rows.Select(r => r.IsEmpty ? "" : r[0]));

        public bool Equals(Table? other) =>
            other is not null && Rows.Length == other.Rows.Length && Rows.Zip(other.Rows).All(p => p.First.SequenceEqual(p.Second));

        public override int GetHashCode() => Rows.Length;
    }

    /// <summary>Values by indicator: a number, or words for a narrative one.</summary>
    public sealed record Measures(ImmutableSortedDictionary<string, FieldValue> Values) : FieldValue
    {
        public override string ToString() => string.Join('、', Values.Select(v => $"{v.Key} {v.Value}"));

        public bool Equals(Measures? other) => other is not null && Values.SequenceEqual(other.Values);

        public override int GetHashCode() => Values.Count;
    }

    /// <summary>A personal value, kept beside the journal.</summary>
    public sealed record Private(Confided Value) : FieldValue
    {
        public override string ToString() => "";
    }
}
