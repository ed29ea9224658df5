// Much of a test's time here is waiting: for the disk's sync, a child process, a port. Twice as many as there are processors keep both busy.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
