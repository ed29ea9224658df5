using System.Collections.Immutable;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Orchestrating;

/// <summary>
/// The cases that the work in hand has committed to, so that they are woken when it is done. What is committed where
/// nobody listens is found by the sweep.
/// </summary>
public sealed class Woken
{
    private readonly AsyncLocal<Listening?> _listening = new();

    /// <summary>Listens to what this flow of work commits, until disposed of.</summary>
    public Listening Listen() => _listening.Value = new Listening();

    public void Add(CaseId id) => _listening.Value?.Add(id);

    public sealed class Listening
    {
        private ImmutableHashSet<CaseId> _cases = [];

        public IReadOnlyCollection<CaseId> Cases => _cases;

        internal void Add(CaseId id) => ImmutableInterlocked.Update(ref _cases, cases => cases.Add(id));
    }
}
