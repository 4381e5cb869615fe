using ContactCenter.Core.Forecasting;

namespace ContactCenter.Core.Tests.Forecasting;

/// <summary>Values computed independently, with exact rational arithmetic where fewer than 200 agents are concerned.</summary>
public sealed class ErlangTests
{
    [Theory]
    [InlineData(1, 2, 1.0 / 5, 1.0 / 3)]
    [InlineData(2, 3, 4.0 / 19, 4.0 / 9)]
    [InlineData(0.5, 1, 1.0 / 3, 0.5)]
    [InlineData(10, 14, 0.0568191433865, 0.17413193359505)]
    [InlineData(10, 13, 0.0843388626724, 0.28527045303649)]
    [InlineData(10, 12, 0.1197391884448, 0.44938822429827)]
    [InlineData(10, 11, 0.1632323332444, 0.68211820468933)]
    [InlineData(20, 24, 0.0660967170042, 0.29807229979383)]
    [InlineData(50, 55, 0.0537488121258, 0.38454731793293)]
    [InlineData(100, 110, 0.0274634484498, 0.23700750028505)]
    [InlineData(1000, 1020, 0.0137893860447, 0.41626011632735)]
    [InlineData(5, 8, 0.0700478522096, 0.16726650666176)]
    [InlineData(8, 10, 0.1216610642530, 0.40918015079644)]
    [InlineData(200, 210, 0.0278486862796, 0.37561482397503)]
    [InlineData(500, 520, 0.0143617705442, 0.27475634469652)]
    [InlineData(10000, 10100, 0.0028623572207, 0.22476290646653)]
    public void Blocking_and_waiting_have_their_known_values(double load, int agents, double blocking, double waiting)
    {
        Assert.Equal(blocking, ErlangB.Blocking(load, agents), 1e-12);
        Assert.Equal(waiting, ErlangC.ProbabilityOfWait(load, agents), 1e-12);
    }

    [Theory]
    [InlineData(10, 14, 20, 180, 0.17413193359505, 0.88835001917947, 7.8359370118, 0.7142857)]
    [InlineData(10, 13, 20, 180, 0.28527045303649, 0.79559478841778, 17.1162271822, 0.7692308)]
    [InlineData(10, 12, 20, 180, 0.44938822429827, 0.64015804037401, 40.4449401868, 0.8333333)]
    [InlineData(10, 11, 20, 180, 0.68211820468933, 0.38961381172915, 122.7812768441, 0.9090909)]
    [InlineData(48, 55, 15, 240, 0.23870093637801, 0.84588309217058, 8.1840321044, 0.8727273)]
    [InlineData(20, 24, 20, 240, 0.29807229979383, 0.78642186438298, 17.8843379876, 0.8333333)]
    [InlineData(50, 55, 20, 300, 0.38454731793293, 0.72445980630388, 23.0728390760, 0.9090909)]
    [InlineData(100, 110, 20, 300, 0.23700750028505, 0.87831629201453, 7.1102250086, 0.9090909)]
    [InlineData(1000, 1020, 20, 300, 0.41626011632735, 0.89027502462439, 6.2439017449, 0.9803922)]
    public void Patient_callers_meet_the_known_service_level_and_wait(
        double load, int agents, double target, double handle, double waiting, double serviceLevel, double wait, double occupancy)
    {
        var queue = new ErlangC(load, agents, handle);

        Assert.Equal(waiting, queue.WaitProbability, 1e-12);
        Assert.Equal(serviceLevel, queue.ServiceLevel(target), 1e-12);
        Assert.Equal(wait, queue.MeanWaitSeconds, 1e-9);
        Assert.Equal(occupancy, queue.Occupancy, 1e-7);
        Assert.Equal(queue.MeanQueueLength, load / handle * queue.MeanWaitSeconds, 1e-9);
    }

    [Fact]
    public void Fifteen_agents_for_ten_erlangs_meet_the_known_rounded_values()
    {
        var queue = new ErlangC(10, 15, 180);

        Assert.Equal(0.102, queue.WaitProbability, 0.0005);
        Assert.Equal(0.941, queue.ServiceLevel(20), 0.0005);
        Assert.Equal(0.667, queue.Occupancy, 0.0005);
    }

    [Fact]
    public void A_load_that_reaches_the_agents_makes_everybody_wait_for_ever()
    {
        var queue = new ErlangC(12, 12, 180);

        Assert.False(queue.IsStable);
        Assert.Equal(1, queue.WaitProbability);
        Assert.Equal(0, queue.ServiceLevel(20));
        Assert.Equal(double.PositiveInfinity, queue.MeanWaitSeconds);
        Assert.Equal(1, queue.Occupancy);
    }

    [Theory]
    [InlineData(300, 14, 0.14526011429636, 0.01398374412241, 0.06991872061204, 0.70429732562685, 0.91679209186355)]
    [InlineData(120, 14, 0.12697634007980, 0.02283928653182, 0.04567857306364, 0.69797193819156, 0.93272958069806)]
    [InlineData(120, 11, 0.38281649147993, 0.09415503423746, 0.18831006847491, 0.82349542342049, 0.74220898438939)]
    [InlineData(120, 10, 0.49685274763014, 0.13746382627645, 0.27492765255290, 0.86253617372355, 0.63994130703598)]
    [InlineData(120, 9, 0.61330713324999, 0.19215603801259, 0.38431207602517, 0.89760440220824, 0.52406605918990)]
    [InlineData(180, 14, 0.13553557738069, 0.01869371527216, 0.05608114581648, 0.70093306051989, 0.92555979208323)]
    public void Impatient_callers_meet_the_known_values(
        double patience, int agents, double waiting, double abandoned, double waitMinutes, double occupancy, double serviceLevel)
    {
        var queue = new ErlangA(100.0 / 1800, 180, patience, agents);

        Assert.Equal(waiting, queue.WaitProbability, 1e-11);
        Assert.Equal(abandoned, queue.AbandonProbability, 1e-11);
        Assert.Equal(waitMinutes, queue.MeanWaitSeconds / 60, 1e-11);
        Assert.Equal(occupancy, queue.Occupancy, 1e-11);
        Assert.Equal(serviceLevel, queue.ServiceLevel(20), 1e-11);
    }

    [Fact]
    public void Early_abandons_may_be_left_out_of_the_service_level() =>
        Assert.Equal(0.77989791543328, new ErlangA(100.0 / 1800, 180, 120, 11).ServiceLevelWithoutEarlyAbandons(20), 1e-11);

    [Fact]
    public void Eighty_erlangs_with_impatient_callers_meet_the_known_values()
    {
        var queue = new ErlangA(20.0 / 60, 240, 120, 80);

        Assert.Equal(0.43188951992622, queue.WaitProbability, 1e-11);
        Assert.Equal(0.05217785168766, queue.AbandonProbability, 1e-11);
        Assert.Equal(0.84148673614840, queue.ServiceLevel(20), 1e-11);
    }

    [Fact]
    public void Nearly_endless_patience_gives_the_delay_formula()
    {
        var impatient = new ErlangA(100.0 / 1800, 180, 1e10, 12);

        Assert.Equal(ErlangC.ProbabilityOfWait(10, 12), impatient.WaitProbability, 1e-6);
        Assert.Equal(new ErlangC(10, 12, 180).ServiceLevel(20), impatient.ServiceLevel(20), 1e-6);
    }

    [Fact]
    public void Huge_centers_neither_overflow_nor_lose_their_mass()
    {
        var queue = new ErlangA(10_000.0 / 300, 300, 120, 9_800);

        // The fluid limit: 2 % more is offered than can be served, so 2 % give up; the queue is 80 long, give or take 63.
        Assert.InRange(queue.WaitProbability, 0.87, 0.91);
        Assert.InRange(queue.AbandonProbability, 0.0195, 0.0215);
        Assert.InRange(queue.ServiceLevel(20), 0.97, 1);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_load_that_is_no_load_is_refused(double load)
    {
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => ErlangB.Blocking(load, 3));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => new ErlangA(load, 180, 120, 3));
    }
}
