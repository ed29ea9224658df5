using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Ports;

/// <summary>
/// Keeps documents under the hash of their bytes. What <see cref="PutAsync"/> has answered survives a power loss
/// and never changes. A document is put before the case that refers to it commits, so one that no case ever came
/// to refer to is an orphan; a sweep lists and deletes those that have lain long enough.
/// </summary>
/// <remarks>
/// Every method may throw <see cref="IOException"/> when the store cannot be reached, and <see cref="StoreFullException"/>
/// when it is full; nothing is then half stored, and the call may be repeated.
/// </remarks>
public interface IDocumentStore
{
    /// <summary>
    /// Reads the stream to its end in constant memory and stores its bytes. Bytes that are already stored are not
    /// stored again, but count as put now. Cancelling has no effect once the last byte has been read.
    /// </summary>
    /// <param name="content">Read once from where it stands; need not be seekable; not disposed.</param>
    /// <param name="limit">The most bytes to accept. Reading stops at the first byte beyond it.</param>
    /// <exception cref="ContentTooLargeException">There was more than <paramref name="limit"/>; nothing is stored.</exception>
    Task<StoredContent> PutAsync(Stream content, long limit, CancellationToken cancellationToken);

    /// <summary>A seekable stream over the document, for the caller to dispose; null when it is not stored.</summary>
    Task<Stream?> OpenAsync(ContentHash hash, CancellationToken cancellationToken);

    Task<bool> ExistsAsync(ContentHash hash, CancellationToken cancellationToken);

    /// <summary>
    /// What was last put before an instant, in no particular order. The sweep asks for what is older than any
    /// upload still on its way to a commit.
    /// </summary>
    IAsyncEnumerable<ContentHash> ListAsync(DateTimeOffset putBefore, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes a document unless it was put again at or after the instant: an upload of the same bytes while the
    /// sweep runs keeps them. Answers whether it deleted; one that is not stored answers false.
    /// </summary>
    Task<bool> DeleteAsync(ContentHash hash, DateTimeOffset putBefore, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes a document that a case named and gives out no more, also from where the store keeps such for good. Answers whether
    /// nothing of it is left now that was there; false where it is not stored, was put again at or after the instant, or may not be
    /// deleted yet under a policy of the store's own.
    /// </summary>
    Task<bool> RemoveAsync(ContentHash hash, DateTimeOffset putBefore, CancellationToken cancellationToken);
}
