using Azure;
using Azure.Data.Tables;
using ZoneFlow.Runtime.Tables;

namespace ZoneFlow.Functions.Stores;

/// <summary>One of Azure's tables as the store asks for it. What depends on anything stands in <see cref="TablesStore"/>.</summary>
internal sealed class AzureTable(TableClient client)
{
    private static readonly Dictionary<RowChangeKind, TableTransactionActionType> Actions = new()
    {
        [RowChangeKind.Insert] = TableTransactionActionType.Add,
        [RowChangeKind.Put] = TableTransactionActionType.UpsertReplace,
        [RowChangeKind.Replace] = TableTransactionActionType.UpdateReplace,
        [RowChangeKind.Delete] = TableTransactionActionType.Delete,
    };

    public CloudTable Table => new(FindAsync, ReadAsync, WriteAsync);

    public Task CreateAsync(CancellationToken cancellationToken) => client.CreateIfNotExistsAsync(cancellationToken);

    private async Task<TableRow?> FindAsync(string partition, string key, CancellationToken cancellationToken) =>
        (await ReadAsync(partition, key, $"{key}!", 1, cancellationToken)).FirstOrDefault(row => row.Key == key);

    private async Task<IReadOnlyList<TableRow>> ReadAsync(string partition, string from, string before, int most, CancellationToken cancellationToken) =>
        await client.QueryAsync<TableEntity>(RowFilter.Range(partition, from, before), RowFilter.PageOf(most), cancellationToken: cancellationToken)
            .Take(most).Select(Row).ToListAsync(cancellationToken);

    private async Task<RowOutcome> WriteAsync(string partition, IReadOnlyList<RowChange> changes)
    {
        try
        {
            await client.SubmitTransactionAsync(changes.Select(c => new TableTransactionAction(Actions[c.Kind], Entity(c.Row), new ETag(c.Row.Tag))));
            return RowOutcome.Written;
        }
        catch (RequestFailedException answer) when (RowOutcomes.TryRead(answer.Status, out var outcome))
        {
            return outcome;
        }
    }

    private static TableEntity Entity(TableRow row) =>
        new(row.Values.ToDictionary(v => v.Key, v => v.Value)) { PartitionKey = row.Partition, RowKey = row.Key };

    private static TableRow Row(TableEntity entity) =>
        new(entity.PartitionKey, entity.RowKey, entity.Where(v => RowFilter.IsOurs(v.Key)).ToDictionary(v => v.Key, v => v.Value), entity.ETag.ToString());
}
