namespace ZoneFlow.Runtime.Blobs;

/// <summary>
/// What the document store asks of a blob service. Answers are the service's own status codes where they are answers and
/// not failures; <see cref="BlobStatus"/> says which.
/// </summary>
/// <param name="Create">Writes a blob that must not be there yet: 201, or 409 where it is.</param>
/// <param name="Touch">Makes a blob's last change now: 200, 404 where there is none, 409 where it may not be changed.</param>
/// <param name="Delete">Deletes a blob that has not changed since an instant: 202, 404, 409 or 412.</param>
/// <param name="Exists">200, or 404.</param>
/// <param name="Open">A seekable stream over a blob that is there.</param>
/// <param name="List">Names and last changes.</param>
public sealed record CloudBlobs(
    Func<string, Stream, CancellationToken, Task<int>> Create,
    Func<string, CancellationToken, Task<int>> Touch,
    Func<string, DateTimeOffset, CancellationToken, Task<int>> Delete,
    Func<string, CancellationToken, Task<int>> Exists,
    Func<string, CancellationToken, Task<Stream>> Open,
    Func<CancellationToken, IAsyncEnumerable<(string Name, DateTimeOffset Changed)>> List);
