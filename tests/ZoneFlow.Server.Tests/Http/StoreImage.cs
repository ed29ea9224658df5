using Microsoft.Data.Sqlite;

namespace ZoneFlow.Server.Tests.Http;

/// <summary>
/// All that a data folder's cases hold, line by line, read beside the running server: equal before and after means
/// that nothing has changed. When a link was viewed is left out, for looking writes that.
/// </summary>
internal static class StoreImage
{
    public static IReadOnlyList<string> Of(string folder, string? id = null)
    {
        using var connection = Open(folder);
        return
        [
            .. Lines(connection, $"SELECT id, c.version, due_at, parked, hex(head), summary, s.version, hex(state) FROM cases c JOIN states s ON s.case_row = c.row WHERE {Where("id", id)} ORDER BY id"),
            .. Lines(connection, $"SELECT case_id, seq, hex(hash) FROM journal WHERE {Where("case_id", id)} ORDER BY row"),
            .. Lines(connection, $"SELECT hex(id), case_id, version FROM signals WHERE {Where("case_id", id)} ORDER BY id"),
            .. Lines(connection, $"SELECT id, attempts, parked FROM outbox WHERE {Where("case_id", id)} ORDER BY id"),
            .. Lines(connection, $"SELECT case_id, digest FROM confided WHERE {Where("case_id", id)} ORDER BY 1, 2"),
            .. Lines(connection, $"SELECT case_id, kind, key, hex(json) FROM rows WHERE kind <> 'link-view' AND {Where("case_id", id)} ORDER BY 1, 2, 3"),
            .. id is null ? Lines(connection, "SELECT kind, key, json FROM records WHERE kind IN ('code', 'sign-in', 'ban', 'pack') OR (kind = 'claim' AND expires IS NULL) ORDER BY 1, 2") : [],
        ];
    }

    public static object? Ask(string folder, string sql)
    {
        using var connection = Open(folder);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    public static IReadOnlyList<string> Lines(string folder, string sql)
    {
        using var connection = Open(folder);
        return [.. Lines(connection, sql)];
    }

    private static string Where(string column, string? id) => id is null ? "1" : $"{column} = '{id}'";

    private static List<string> Lines(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(string.Join('\t', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i))));
        }

        return lines;
    }

    private static SqliteConnection Open(string folder)
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "zoneflow.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }
}
