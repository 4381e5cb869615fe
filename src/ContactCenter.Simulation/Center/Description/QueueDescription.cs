namespace ContactCenter.Simulation.Center.Description;

/// <summary>A queue.</summary>
/// <param name="Name">Display name.</param>
/// <param name="Share">Its part of all calls, relative to the other queues.</param>
/// <param name="HandleSeconds">Mean handle time; handle times are exponential.</param>
/// <param name="PatienceSeconds">Mean time after which callers hang up; patience is exponential.</param>
/// <param name="Limit">Contacts that may wait at once.</param>
public sealed record QueueDescription(string Name, double Share, double HandleSeconds, double PatienceSeconds, int Limit = 150)
{
    private static readonly double[] Shares = [0.40, 0.25, 0.20, 0.15];
    private static readonly double[] HandleTimes = [220, 260, 200, 320];

    internal static QueueDescription ByPosition(string name, int position) =>
        new(name, Shares[position % Shares.Length], HandleTimes[position % HandleTimes.Length], PatienceSeconds: 420);
}
