using System.Collections.Immutable;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>Finds tracks in the array that holds them; arrays are short, and a storm's is bounded.</summary>
internal static class TrackArray
{
    public static int FindIndex(this ImmutableArray<AlarmTrack> tracks, Func<AlarmTrack, bool> matches)
    {
        for (var i = 0; i < tracks.Length; i++)
        {
            if (matches(tracks[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
