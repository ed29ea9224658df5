using System.Globalization;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Shell;

/// <summary>Case numbers that people quote: a letter for the kind, the year, a running number. No number is given twice.</summary>
public sealed class Numbers(ICaseStore store, Claims claims, Parties parties)
{
    public async Task<string> NextAsync(string kind, CaseId id, CancellationToken cancellationToken)
    {
        var series = $"{char.ToUpperInvariant(kind[0])}{parties.Today.Year}";
        for (; ;)
        {
            var was = await store.RecordAsync(RecordKinds.Installation, $"number|{series}", cancellationToken);
            var next = was is null ? 1 : int.Parse(was.Json, CultureInfo.InvariantCulture) + 1;
            var now = new KeyedRecord(RecordKinds.Installation, $"number|{series}", next.ToString(CultureInfo.InvariantCulture), null);
            if (was is null ? await store.InsertRecordAsync(now, cancellationToken) : await store.ReplaceRecordAsync(was, now, cancellationToken))
            {
                var number = $"{series}-{next:D4}";
                if (await claims.TakeAsync(Claims.Number(number), id, cancellationToken))
                {
                    return number;
                }
            }
        }
    }
}
