namespace ContactCenter.Plots;

/// <summary>
/// The stylesheet of plots in a page: the same colours as in a file, and others for the dark. They are custom properties, so that a page
/// with a switch of its own sets them where it sets its other colours.
/// </summary>
public static class PlotStyle
{
    /// <summary>Colours for the dark, as declarations of custom properties.</summary>
    public const string Dark = """
        --plot-text: #d3dae2; --plot-axis: #8b98a5; --plot-grid: #36404a; --plot-threshold: #ff9a5c; --plot-flag: #aab4be;
        --plot-flag-text: #12171c; --plot-band: #56b4e9; --plot-1: #56b4e9; --plot-2: #ff9a5c; --plot-3: #2fc79a; --plot-4: #e79cc5;
        --plot-5: #e6b84f; --plot-missing: #56616c;
        --plot-cell-0: #17222c; --plot-cell-1: #163449; --plot-cell-2: #17496a; --plot-cell-3: #1c6291; --plot-cell-4: #2f86bd;
        --plot-cell-5: #74b6e0; --plot-cell-6: #c4e2f6; --plot-on-little: #eef3f7; --plot-on-much: #10161b;
        """;

    /// <summary>The rules; where a property is not set the light colours hold.</summary>
    public const string Css = """
        .plot { max-width: 100%; height: auto; overflow: visible; }
        .plot text { fill: var(--plot-text, #3b444e); }
        .plot-axis { stroke: var(--plot-axis, #5b6673); }
        .plot-grid { stroke: var(--plot-grid, #d5dae0); }
        .plot-event { stroke: var(--plot-axis, #5b6673); }
        .plot-threshold { stroke: var(--plot-threshold, #b03a00); }
        .plot text.plot-threshold-text { fill: var(--plot-threshold, #b03a00); paint-order: stroke; stroke: var(--plot-paper, transparent); stroke-width: 3px; }
        .plot-flag { fill: var(--plot-flag, #5b6673); }
        .plot text.plot-flag-text { fill: var(--plot-flag-text, #fff); }
        .plot-band { fill: var(--plot-band, #56b4e9); }
        .plot-line-1 { stroke: var(--plot-1, #0072b2); }
        .plot-line-2 { stroke: var(--plot-2, #d55e00); }
        .plot-line-3 { stroke: var(--plot-3, #007a57); }
        .plot-line-4 { stroke: var(--plot-4, #a3487a); }
        .plot-line-5 { stroke: var(--plot-5, #8a6100); }
        .plot-bar, .plot-dot, .plot-dot-1 { fill: var(--plot-1, #0072b2); }
        .plot-dot-2 { fill: var(--plot-2, #d55e00); }
        .plot-dot-3 { fill: var(--plot-3, #007a57); }
        .plot-dot-4 { fill: var(--plot-4, #a3487a); }
        .plot-dot-5 { fill: var(--plot-5, #8a6100); }
        .plot-bar-marked { fill: var(--plot-2, #d55e00); }
        .plot-missing { stroke: var(--plot-missing, #b9c0c8); }
        .plot-cell-0 { fill: var(--plot-cell-0, #eef5fa); }
        .plot-cell-1 { fill: var(--plot-cell-1, #cfe4f2); }
        .plot-cell-2 { fill: var(--plot-cell-2, #a3cdea); }
        .plot-cell-3 { fill: var(--plot-cell-3, #6faedb); }
        .plot-cell-4 { fill: var(--plot-cell-4, #3a8cc4); }
        .plot-cell-5 { fill: var(--plot-cell-5, #0f68a3); }
        .plot-cell-6 { fill: var(--plot-cell-6, #084a78); }
        .plot text.plot-cell-text-light { fill: var(--plot-on-little, #1b2126); }
        .plot text.plot-cell-text-dark { fill: var(--plot-on-much, #fff); }
        @media (forced-colors: active) { .plot-line-1, .plot-line-2, .plot-line-3, .plot-line-4, .plot-line-5 { stroke: CanvasText; } }
        """;
}
