namespace ZoneFlow.Policies.Walking;

/// <summary>
/// A walk over everything that can be reached, nearest first, each place once by its name. The same start and ways give the same
/// walk. Used by the linter on a procedure's stages and on what two cases say to each other, by the simulator on whole lives.
/// </summary>
internal static class BreadthFirst
{
    /// <param name="name">Two places of one name are the same place.</param>
    /// <param name="onward">The places that can be reached from one in a single step.</param>
    /// <param name="most">No more places than this are walked to.</param>
    /// <returns>The names reached, and whether that was all there is.</returns>
    public static (HashSet<string> Reached, bool Complete) Walk<T>(T start, Func<T, string> name, Func<T, IEnumerable<T>> onward, int most = int.MaxValue)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { name(start) };
        var next = new Queue<T>([start]);
        while (next.TryDequeue(out var at))
        {
            foreach (var place in onward(at))
            {
                if (reached.Contains(name(place)))
                {
                    continue;
                }

                if (reached.Count == most)
                {
                    return (reached, false);
                }

                reached.Add(name(place));
                next.Enqueue(place);
            }
        }

        return (reached, true);
    }
}
