namespace ZoneFlow.Policies.Simulation;

/// <summary>The longest way through a graph in time where going round in a circle takes none: what can be done again for ever has no longest.</summary>
internal static class LongestPath
{
    /// <param name="ways">By place, the first being the start: where one can go on to, and how long that takes.</param>
    /// <returns>How long it takes, and the steps along it that lead out of a circle or were never in one.</returns>
    public static (TimeSpan Time, IReadOnlyList<(int From, int To)> Steps) In(IReadOnlyList<List<(int To, TimeSpan Takes)>> ways)
    {
        // Circles come out in an order in which whatever can be reached from one stands before it.
        var (circle, count) = Circles(ways);
        var time = new TimeSpan[count];
        var onward = new (int From, int To)?[count];
        foreach (var from in Enumerable.Range(0, ways.Count).OrderBy(p => circle[p]).ThenBy(p => p))
        {
            foreach (var (to, takes) in ways[from])
            {
                if (circle[to] != circle[from] && time[circle[to]] + takes > time[circle[from]])
                {
                    (time[circle[from]], onward[circle[from]]) = (time[circle[to]] + takes, (from, to));
                }
            }
        }

        var steps = new List<(int, int)>();
        for (var at = circle[0]; onward[at] is var (from, to); at = circle[to])
        {
            steps.Add((from, to));
        }

        return (time[circle[0]], steps);
    }

    // Tarjan's strongly connected components, with a stack of its own: lives are longer than a thread's stack.
    private static (int[] Circle, int Count) Circles(IReadOnlyList<List<(int To, TimeSpan Takes)>> ways)
    {
        var (circle, low, order) = (new int[ways.Count], new int[ways.Count], new int[ways.Count]);
        Array.Fill(circle, -1);
        var (met, count) = (0, 0);
        var kept = new Stack<int>();
        var open = new Stack<(int Place, int Next)>();
        Enter(0);
        while (open.TryPop(out var top))
        {
            if (top.Next < ways[top.Place].Count)
            {
                open.Push((top.Place, top.Next + 1));
                var to = ways[top.Place][top.Next].To;
                if (order[to] == 0)
                {
                    Enter(to);
                }
                else if (circle[to] < 0)
                {
                    low[top.Place] = Math.Min(low[top.Place], order[to]);
                }

                continue;
            }

            if (open.TryPeek(out var before))
            {
                low[before.Place] = Math.Min(low[before.Place], low[top.Place]);
            }

            if (low[top.Place] == order[top.Place])
            {
                int member;
                do
                {
                    circle[member = kept.Pop()] = count;
                }
                while (member != top.Place);
                count++;
            }
        }

        return (circle, count);

        void Enter(int place)
        {
            low[place] = order[place] = ++met;
            kept.Push(place);
            open.Push((place, 0));
        }
    }
}
