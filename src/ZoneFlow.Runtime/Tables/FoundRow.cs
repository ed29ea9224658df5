using System.Text;

namespace ZoneFlow.Runtime.Tables;

/// <summary>A row with its whole body.</summary>
internal sealed record FoundRow(TableRow Row, byte[] Body)
{
    public string BodyText => Encoding.UTF8.GetString(Body);
}
