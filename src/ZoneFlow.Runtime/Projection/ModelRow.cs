using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Projection;

/// <summary>A row of the read model as it follows from a state. It is compared by what it says and put into text only where it is written.</summary>
public sealed record ModelRow(string Index, string Partition, string Sort, CaseId Case, ModelRow.Content Says)
{
    public IndexKey Key => new(Index, Partition, Sort);

    public IndexRow Written => new(Index, Partition, Sort, Case, Says.Json);

    /// <summary>What one row says, or several alike.</summary>
    public sealed record Content(object Value)
    {
        private string? _json;

        /// <summary>A row that only stands there.</summary>
        public static Content Nothing { get; } = new("") { _json = "{}" };

        public string Json => _json ??= JsonSerializer.Serialize(Value, CaseJson.Stored.GetTypeInfo(Value.GetType())!);

        public bool Equals(Content? other) => other is not null && Value.Equals(other.Value);

        public override int GetHashCode() => Value.GetHashCode();
    }
}
