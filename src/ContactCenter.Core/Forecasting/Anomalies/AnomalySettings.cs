namespace ContactCenter.Core.Forecasting.Anomalies;

/// <summary>What the detector is set to; one set for every metric. A benchmark tries others, nobody configures them.</summary>
internal sealed record AnomalySettings
{
    /// <summary>Values before anything is said.</summary>
    public int Warmup { get; init; } = 144;

    /// <summary>Values after which the scale is known for the first time.</summary>
    public int FirstFit { get; init; } = 144;

    /// <summary>Courses after which it is known how new they are of late.</summary>
    public int ShapeFirst { get; init; } = 24;

    /// <summary>Values in a step of the level.</summary>
    public int StepValues { get; init; } = 6;

    /// <summary>Values in a step of one memory of courses.</summary>
    public int FirstStep { get; init; } = 5;

    /// <summary>Values in a step of the other memory of courses.</summary>
    public int SecondStep { get; init; } = 7;

    /// <summary>A step lasts no longer than this for each of its values: farther apart, fewer values make a step.</summary>
    public double StepSeconds { get; init; } = 300;

    /// <summary>Values for which a new course counts.</summary>
    public int Hold { get; init; } = 12;

    /// <summary>Courses that each memory holds; of more, that which was not met for longest is forgotten.</summary>
    public int Courses { get; init; } = ShapeMemory.Capacity;

    /// <summary>Distances in spreads at which the scale turns from linear to logarithmic, as a factor.</summary>
    public double Squash { get; init; } = 1;

    /// <summary>Spreads at which the scale ends.</summary>
    public double ScaleEnd { get; init; } = 12;

    /// <summary>Changes of a step that are smaller do not count, as a share of the scale.</summary>
    public double Flat { get; init; } = 0.08;

    /// <summary>The most that a known shape may be off, as a share of the scale, without being new.</summary>
    public double ShapeLimit { get; init; } = 0.4;

    /// <summary>How much more than the highest of late a novelty must be.</summary>
    public double ShapeFactor { get; init; } = 1;

    /// <summary>Steps after which the highest of late is forgotten.</summary>
    public double Memory { get; init; } = 200;

    /// <summary>A value beyond all others by this share of their range is an extreme.</summary>
    public double ExtremePad { get; init; } = 0.05;

    /// <summary>Deviations that a shift has to add up to.</summary>
    public double ShiftLimit { get; init; } = 10;

    /// <summary>Deviations of each step that are not counted towards a shift.</summary>
    public double ShiftSlack { get; init; } = 1.4;

    /// <summary>Values after an announcement in which nothing else is announced.</summary>
    public int Rest { get; init; } = 100;

    /// <summary>From this score on a value is announced even then.</summary>
    public double Through { get; init; } = 0.9;

    /// <summary>Voters that may speak: 1 shape, 2 extreme, 4 level, 8 extreme of the season.</summary>
    public int Voters { get; init; } = 15;
}
